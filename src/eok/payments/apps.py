from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "eok.payments"
    label = "payments"
    verbose_name = "수수료·세금"

    def ready(self) -> None:
        from eok.core import outbox, retention
        from eok.payments import fee_sweeper, sweeper
        from eok.payments.actions.end import end

        outbox.every(sweeper.SWEEP_JOB, sweeper.SWEEP_SECONDS)
        outbox.every(fee_sweeper.SWEEP_JOB, fee_sweeper.SWEEP_SECONDS)
        outbox.every(fee_sweeper.DAILY_JOB, fee_sweeper.DAILY_SECONDS)
        retention.also("case", "payments", end)
