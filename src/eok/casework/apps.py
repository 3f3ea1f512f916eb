from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "eok.casework"
    label = "casework"
    verbose_name = "사건"
