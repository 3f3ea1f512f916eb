from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "eok.notify"
    label = "notify"
    verbose_name = "통지"

    def ready(self) -> None:
        from eok.core import outbox, retention
        from eok.notify import checks
        from eok.notify.actions import settle
        from eok.notify.actions.end import end

        retention.also("case", "notify", end)
        outbox.every(settle.SETTLE_JOB, 60)
        checks.register_all()
