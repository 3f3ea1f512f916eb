"""The room of the public interface."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "eok.api"
    label = "api"
    verbose_name = "공개 API"
