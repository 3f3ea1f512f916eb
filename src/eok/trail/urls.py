"""Addresses of 기록: open to everyone, no sign-in."""

from django.urls import path

from eok.trail import views

app_name = "trail"
urlpatterns = [
    path("trail/", views.roots, name="roots"),
    path("trail/roots.json", views.roots_file, name="roots_file"),
]
