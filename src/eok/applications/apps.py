from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "eok.applications"
    label = "applications"
    verbose_name = "신청"
