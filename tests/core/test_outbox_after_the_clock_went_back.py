"""The clock is set back by a day: what was due stays due, what was meant for later stays for later."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from eok.core import clock, outbox
from eok.core.models import Schedule
from eok.core.outbox import worker

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

DAY = timedelta(days=1)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Names of the jobs that ran; one of them recurs every minute."""
    seen: list[str] = []

    def note(payload: Mapping[str, Any]) -> None:
        seen.append(str(payload.get("name", "again")))

    outbox.register("test.note", note)
    monkeypatch.setattr(outbox, "_schedules", {"test.note": 60})
    yield seen
    outbox._handlers.pop("test.note")


def enqueue(name: str, after: timedelta = timedelta(0)) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": name}, run_after=clock.now() + after)


def work() -> None:
    worker.run_schedules()
    worker.drain()


def test_what_was_due_is_done_and_what_was_not_waits(done: list[str], monday: datetime) -> None:
    work()
    enqueue("due")
    enqueue("tomorrow", DAY)

    with clock.freeze(monday - DAY):
        work()

    assert sorted(done) == ["again", "again", "due"]


def test_a_job_whose_worker_died_before_is_done(done: list[str], monday: datetime) -> None:
    work()
    enqueue("orphan")
    assert len(worker._claim(1)) == 1

    with clock.freeze(monday - DAY):
        work()

    assert "orphan" in done


def test_a_clock_that_differs_by_seconds_moves_nothing(done: list[str], monday: datetime) -> None:
    work()
    enqueue("soon", timedelta(seconds=20))

    with clock.freeze(monday - timedelta(seconds=5)):
        work()

    assert done == ["again"]
    assert Schedule.objects.get().next_at == monday + timedelta(seconds=60)
