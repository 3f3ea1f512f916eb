from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "eok.applications"
    label = "applications"
    verbose_name = "신청"

    def ready(self) -> None:
        from eok.applications.actions import discard, warn
        from eok.core import outbox

        outbox.every(discard.EXPIRE_JOB, discard.EXPIRE_SECONDS)
        outbox.every(warn.WARN_JOB, warn.WARN_SECONDS)
