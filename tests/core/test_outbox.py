"""The outbox: with the act or not at all; at least once; never silently lost."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from eok.core import clock, outbox
from eok.core.models import Job
from eok.core.outbox import worker

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@pytest.fixture
def done() -> Iterator[list[str]]:
    """Names of the jobs that ran."""
    seen: list[str] = []

    def note(payload: Mapping[str, Any]) -> None:
        seen.append(str(payload["name"]))
        if payload.get("fail"):
            raise RuntimeError(payload["fail"])

    outbox.register("test.note", note)
    yield seen
    outbox._handlers.pop("test.note")


def test_a_job_of_an_undone_act_never_runs(done: list[str]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.enqueue("test.note", {"name": "undone"})
        raise RuntimeError

    worker.drain()

    assert done == []


def test_a_job_runs_once_and_is_gone(done: list[str]) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "a"})

    worker.drain()
    worker.drain()

    assert done == ["a"]
    assert not Job.objects.exists()


def test_the_same_key_is_the_same_job(done: list[str]) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "a"}, key="k")
        outbox.enqueue("test.note", {"name": "b"}, key="k")

    worker.drain()

    assert done == ["a"]


def test_a_job_waits_for_its_time(done: list[str], monday: object) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "later"}, run_after=clock.now() + timedelta(hours=1))

    worker.drain()
    assert done == []

    with clock.freeze(clock.now() + timedelta(hours=1)):
        worker.drain()
    assert done == ["later"]


def test_a_failed_job_is_tried_again_with_growing_pauses(done: list[str], monday: object) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "x", "fail": "boom"})

    worker.drain()

    job = Job.objects.get()
    assert (job.attempts, job.dead) == (1, False)
    assert job.due_at - clock.now() == timedelta(seconds=worker.PAUSES[0])
    assert "boom" in job.last_error


def test_a_hopeless_job_goes_to_the_dead_letters(done: list[str], monday: object) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "x", "fail": "boom"})

    for _ in range(worker.MAX_ATTEMPTS):
        Job.objects.update(due_at=clock.now())
        worker.drain()

    assert Job.objects.get().dead
    assert len(done) == worker.MAX_ATTEMPTS


def test_a_job_nobody_knows_is_kept_as_a_dead_letter() -> None:
    with transaction.atomic():
        outbox.enqueue("test.nobody", {})

    worker.drain()

    assert Job.objects.get().dead


def test_a_job_whose_worker_died_is_done_after_its_lease(done: list[str], monday: object) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "orphan"})
    claimed = worker._claim(1)  # and then the worker is killed
    assert len(claimed) == 1

    worker.drain()
    assert done == []

    with clock.freeze(clock.now() + worker.LEASE + timedelta(seconds=1)):
        worker.drain()
    assert done == ["orphan"]


def test_a_worker_that_was_too_slow_undoes_its_effects(done: list[str], monday: object) -> None:
    with transaction.atomic():
        outbox.enqueue("test.note", {"name": "slow"})
    (job,) = worker._claim(1)
    with clock.freeze(clock.now() + worker.LEASE + timedelta(seconds=1)):
        worker.drain()

    worker._do(job)

    assert not Job.objects.exists()
    assert done == ["slow", "slow"]
