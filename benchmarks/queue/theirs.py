"""django-tasks-db's side."""

from django.core.management import call_command
from django.db import transaction
from django_tasks import task  # type: ignore[import-not-found]  # only in the peers' environment

from benchmarks.queue import effect


@task()  # type: ignore[untyped-decorator]  # as above
def leave(n: int, milliseconds: int) -> None:
    effect.leave(n, milliseconds)


def prepare() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    effect.make_table()


def enqueue(jobs: str, milliseconds: str) -> None:
    """Each in a transaction of its own, as an act would."""
    for n in range(int(jobs)):
        with transaction.atomic():
            leave.enqueue(n, int(milliseconds))


def work() -> None:
    call_command("db_worker", interval=0.05, startup_delay=False, verbosity=0)
