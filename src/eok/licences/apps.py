from django.apps import AppConfig


class LicencesConfig(AppConfig):
    name = "eok.licences"
    label = "licences"
    verbose_name = "영업·등록 대장"
