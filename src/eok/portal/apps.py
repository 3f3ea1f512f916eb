from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "eok.portal"
    label = "portal"
    verbose_name = "누리집"
