from django.apps import AppConfig


class KrdsConfig(AppConfig):
    name = "eok.krds"
    label = "krds"
    verbose_name = "화면"
