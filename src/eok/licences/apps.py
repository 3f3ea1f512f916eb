from django.apps import AppConfig


class LicencesConfig(AppConfig):
    name = "eok.licences"
    label = "licences"
    verbose_name = "영업·등록 대장"

    def ready(self) -> None:
        from eok.core.keys import relooking
        from eok.licences import record
        from eok.licences.chains import LicenceChains
        from eok.licences.models import Licence
        from eok.trail import sources

        sources.register("licences", LicenceChains())
        relooking.register(Licence, lambda licence: record.digests(record.read_content(licence)))
