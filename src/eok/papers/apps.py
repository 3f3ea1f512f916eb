from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "eok.papers"
    label = "papers"
    verbose_name = "문서"

    def ready(self) -> None:
        from eok.core import outbox
        from eok.core.backup import kept
        from eok.papers import queries, vault
        from eok.papers.actions import sweep

        outbox.every(sweep.SWEEP_JOB, sweep.SWEEP_SECONDS)
        kept.keep(vault.FOLDER, queries.files)
