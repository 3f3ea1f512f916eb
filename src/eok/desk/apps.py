from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "eok.desk"
    label = "desk"
    verbose_name = "업무창"
