from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "eok.casework"
    label = "casework"
    verbose_name = "사건"

    def ready(self) -> None:
        from eok.casework import retained
        from eok.casework.chains import CaseChains
        from eok.core import retention
        from eok.trail import sources

        sources.register("casework", CaseChains())
        retention.register(retained.KIND, retained.CaseKeeper())
