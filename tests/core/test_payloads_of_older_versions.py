"""A payload is read in today's version whatever wrote it; one of a newer program is refused, never misread."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django.db import transaction

from eok.core import outbox
from eok.core.events import Event
from eok.core.models import Job
from eok.core.outbox import worker
from eok.core.payloads import Spelling, UnknownVersionError, Upcast

JOB = "test.renamed"


def _renamed(fields: dict[str, Any], written: int) -> dict[str, Any]:
    """Version 1 said `who`; since 2 it is `name`."""
    return {"name": fields["who"], "written": written}


@pytest.fixture
def heard() -> Iterator[list[Mapping[str, Any]]]:
    """What the handler of a job in its second version was given."""
    seen: list[Mapping[str, Any]] = []
    outbox.job(JOB, version=2, upcast=_renamed)(seen.append)
    yield seen
    outbox._handlers.pop(JOB)
    outbox._spellings.pop(JOB)


def lying(payload: Mapping[str, Any]) -> None:
    """A job that another program wrote."""
    with transaction.atomic():
        outbox.enqueue(JOB, {})
    Job.objects.update(payload=json.dumps(payload))


@pytest.mark.django_db
def test_what_is_enqueued_says_its_version(heard: list[Mapping[str, Any]]) -> None:
    with transaction.atomic():
        outbox.enqueue(JOB, {"name": "a"}, key="k")

    assert json.loads(Job.objects.get().payload) == {"version": 2, "name": "a"}
    worker.drain()
    assert heard == [{"name": "a", "job_key": f"{JOB}:k"}]


@pytest.mark.django_db
@pytest.mark.parametrize("older", [{"version": 1, "who": "a"}, {"who": "a"}])
def test_an_older_one_is_brought_up(heard: list[Mapping[str, Any]], older: Mapping[str, Any]) -> None:
    lying(older)

    worker.drain()

    assert (heard[0]["name"], heard[0]["written"]) == ("a", 1)
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_one_of_a_newer_program_is_a_dead_letter_at_once(heard: list[Mapping[str, Any]]) -> None:
    lying({"version": 3, "name": "a"})

    worker.drain()

    job = Job.objects.get()
    assert heard == [] and job.dead
    assert "판 3" in job.last_error and "판 2까지" in job.last_error


def test_whoever_raises_a_version_says_how_the_older_ones_are_read() -> None:
    with pytest.raises(ValueError, match="upcast"):
        Spelling(version=2)


def test_an_event_is_brought_up_too() -> None:
    @dataclass(frozen=True)
    class Moved(Event):
        version: ClassVar[int] = 2
        upcast: ClassVar[Upcast | None] = _renamed
        name: str
        written: int

    spelling = Spelling(Moved.version, Moved.upcast)

    assert Moved.from_fields(spelling.read({"version": 1, "who": "a"}, "Moved")) == Moved("a", 1)
    with pytest.raises(UnknownVersionError, match="판 3"):
        spelling.read({"version": 3, "name": "a"}, "Moved")
