"""The room of certificates."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "eok.certificates"
    label = "certificates"
    verbose_name = "발급"

    def ready(self) -> None:
        from eok.certificates.actions.end import end
        from eok.core import retention

        retention.also("case", "certificates", end)
