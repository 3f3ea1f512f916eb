from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "eok.offices"
    label = "offices"
    verbose_name = "부서·동"

    def ready(self) -> None:
        from eok.offices import checks

        checks.register_all()
