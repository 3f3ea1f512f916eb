from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "eok.core"
    label = "core"
    verbose_name = "바탕"
