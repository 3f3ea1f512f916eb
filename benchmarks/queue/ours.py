"""The outbox's side."""

from collections.abc import Mapping
from typing import Any

from django.core.management import call_command
from django.db import transaction

from benchmarks.queue import effect
from eok.core import outbox
from eok.core.outbox.loop import Loop


@outbox.job("bench.leave")
def leave(payload: Mapping[str, Any]) -> None:
    effect.leave(payload["n"], payload["ms"])


def prepare() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    effect.make_table()


def enqueue(jobs: str, milliseconds: str) -> None:
    """Each in a transaction of its own, as an act would."""
    for n in range(int(jobs)):
        with transaction.atomic():
            outbox.enqueue("bench.leave", {"n": n, "ms": int(milliseconds)})


def work() -> None:
    Loop().run()
