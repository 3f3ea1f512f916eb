from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "eok.catalogue"
    label = "catalogue"
    verbose_name = "민원사무"

    def ready(self) -> None:
        from eok.catalogue import checks, house_checks, law_checks
        from eok.law import checks as against_the_law

        for check in house_checks.ALL:
            checks.register(check)
        against_the_law.register(law_checks.services)
