from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "eok.forms"
    label = "eok_forms"
    verbose_name = "서식"

    def ready(self) -> None:
        from eok.catalogue import checks
        from eok.forms.checks import check_service

        checks.register(check_service)
