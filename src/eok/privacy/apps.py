from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "eok.privacy"
    label = "privacy"
    verbose_name = "정보주체의 권리"
