from django.apps import AppConfig


class GateConfig(AppConfig):
    name = "eok.gate"
    label = "gate"
    verbose_name = "문지기"

    def ready(self) -> None:
        """Make the sweeping job known to the worker."""
        from eok.gate import sweep

        sweep.schedule()
