from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "eok.trail"
    label = "trail"
    verbose_name = "기록"

    def ready(self) -> None:
        from eok.core import outbox
        from eok.core.backup import kept
        from eok.trail import statement
        from eok.trail.actions import seal

        outbox.every(seal.SEAL_JOB, seal.SEAL_SECONDS)
        kept.keep(statement.FOLDER, statement.files, joins=True)
