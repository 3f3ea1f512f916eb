"""Addresses of the room: only the tax office's callback."""

from django.urls import path

from eok.payments import views

app_name = "payments"
urlpatterns = [path("payments/tax-office/callback/", views.tax_office_callback, name="tax_callback")]
