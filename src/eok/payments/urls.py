"""Addresses of the room: where the tax office and the payment gateway tell of payments."""

from django.urls import path

from eok.payments import views

app_name = "payments"
urlpatterns = [
    path("payments/tax-office/callback/", views.tax_office_callback, name="tax_callback"),
    path("payments/gateway/webhook/", views.gateway_webhook, name="gateway_webhook"),
]
