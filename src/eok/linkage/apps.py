"""Room of the outside systems."""

from django.apps import AppConfig
from django.core.signals import setting_changed


class LinkageConfig(AppConfig):
    name = "eok.linkage"
    label = "linkage"
    verbose_name = "연계"

    def ready(self) -> None:
        """Register the checks, and build adapters anew when a setting of theirs is overridden."""
        from eok.linkage import checks, registry

        checks.register_all()
        setting_changed.connect(registry.forget_on_change)
