from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "eok.trail"
    label = "trail"
    verbose_name = "기록"
