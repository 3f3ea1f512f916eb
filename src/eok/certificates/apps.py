"""The room of certificates."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "eok.certificates"
    label = "certificates"
    verbose_name = "발급"
