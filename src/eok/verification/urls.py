"""Addresses of 진위확인: open to everyone, no sign-in."""

from django.urls import path

from eok.verification import views

app_name = "verification"
urlpatterns = [
    path("verify", views.verify, name="verify"),
    path("verify/number/", views.by_number, name="by_number"),
    path("verify/file/", views.by_file, name="by_file"),
    path("verify/seal/", views.by_seal, name="by_seal"),
    path("verify/keys.json", views.keys, name="keys"),
    path("s", views.from_qr, name="from_qr"),
]
