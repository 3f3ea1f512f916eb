from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "eok.search"
    label = "search"
    verbose_name = "통합검색"
