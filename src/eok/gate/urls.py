"""Addresses that machines ask on both sides of the house."""

from django.urls import path

from eok.gate import views

app_name = "gate"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("csp-reports/", views.csp_report, name="csp_report"),
]
