from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "eok.casework"
    label = "casework"
    verbose_name = "사건"

    def ready(self) -> None:
        from eok.casework.chains import CaseChains
        from eok.trail import sources

        sources.register("casework", CaseChains())
