from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "eok.law"
    label = "law"
    verbose_name = "법령"
