from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "eok.offices"
    label = "offices"
    verbose_name = "부서·동"
