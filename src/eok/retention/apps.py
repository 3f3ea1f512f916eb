from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "eok.retention"
    label = "retention"
    verbose_name = "보존과 파기"

    def ready(self) -> None:
        from eok.core import outbox
        from eok.core.backup import kept
        from eok.retention import checks, destroyed, work

        outbox.every(work.JOB, work.EVERY_SECONDS)
        kept.keep(destroyed.FOLDER, destroyed.files, joins=True)
        checks.register_all()
