from django.apps import AppConfig


class LicencesConfig(AppConfig):
    name = "eok.licences"
    label = "licences"
    verbose_name = "영업·등록 대장"

    def ready(self) -> None:
        from eok.licences.chains import LicenceChains
        from eok.trail import sources

        sources.register("licences", LicenceChains())
