from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "eok.casework"
    label = "casework"
    verbose_name = "사건"

    def ready(self) -> None:
        from eok.casework import found_by, retained
        from eok.casework.chains import CaseChains
        from eok.casework.models import Case
        from eok.core import retention
        from eok.core.keys import relooking
        from eok.trail import sources

        sources.register("casework", CaseChains())
        retention.register(retained.KIND, retained.CaseKeeper())
        relooking.register(Case, found_by.digests_of)
