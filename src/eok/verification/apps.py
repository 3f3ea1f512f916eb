"""The room of verification."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "eok.verification"
    label = "verification"
    verbose_name = "진위확인"
