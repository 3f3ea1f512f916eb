from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "eok.core"
    label = "core"
    verbose_name = "바탕"

    def ready(self) -> None:
        """Connect the page of reactions; it lies above every room, so it is found by its name."""
        from django.conf import settings
        from django.utils.module_loading import import_string

        from eok.core import events

        if settings.EOK_REACTIONS:
            events.connect(import_string(settings.EOK_REACTIONS))
