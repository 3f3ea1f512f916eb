from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "eok.catalogue"
    label = "catalogue"
    verbose_name = "민원사무"
