from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "eok.papers"
    label = "papers"
    verbose_name = "문서"
