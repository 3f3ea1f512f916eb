"""Every kind of job and event has kept a payload of each version ever written, and all are still read.

`stored_payloads.json` is only added to: who raises a version leaves the older payload and adds the new one.
Payloads without a version were written before there were any.
"""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from eok.core import outbox
from eok.core.events import Event
from eok.core.models import Job
from eok.core.outbox import worker
from eok.core.payloads import FIRST, Spelling, UnknownVersionError
from eok.reactions import REACTIONS
from tests import affairs
from tests.house.events import events
from tests.house.repository import ROOT

Stored = Mapping[str, Sequence[Mapping[str, Any]]]
KEPT = json.loads((ROOT / "tests" / "house" / "stored_payloads.json").read_text(encoding="utf-8"))
JOBS: Stored = KEPT["jobs"]
EVENTS: Stored = KEPT["events"]


def named_jobs() -> list[str]:
    """Jobs enqueued by name; those of reactions carry an event, and tests bring their own."""
    return sorted(n for n in outbox.handlers() if ">" not in n and not n.startswith(("test.", "bench.")))


def versions(payloads: Sequence[Mapping[str, Any]]) -> set[int]:
    return {int(payload.get("version", FIRST)) for payload in payloads}


def test_every_job_has_kept_each_version() -> None:
    written = {name: set(range(FIRST, outbox.spelling(name).version + 1)) for name in named_jobs()}

    assert {name: versions(payloads) for name, payloads in JOBS.items()} == written


def test_every_event_has_kept_each_version() -> None:
    written = {event.__name__: set(range(FIRST, event.version + 1)) for event in events()}

    assert {name: versions(payloads) for name, payloads in EVENTS.items()} == written


@pytest.mark.parametrize("name", JOBS)
def test_every_job_that_was_kept_is_read_alike(name: str) -> None:
    read = [outbox.spelling(name).read(payload, name) for payload in JOBS[name]]

    assert all(fields.keys() == read[-1].keys() and "version" not in fields for fields in read)


@pytest.mark.parametrize("event", events(), ids=lambda event: event.__name__)
def test_every_event_that_was_kept_becomes_one(event: type[Event]) -> None:
    spelling = Spelling(event.version, event.upcast)

    for payload in EVENTS[event.__name__]:
        again = event.from_fields(spelling.read(payload, event.__name__))
        assert again.payload().keys() == {f.name for f in dataclasses.fields(event)}


def test_the_jobs_of_a_reaction_carry_the_event_s_version() -> None:
    for event, reactions in REACTIONS.items():
        jobs = [f"{event.__name__}>{reaction.name}" for reaction in reactions if not reaction.at_once]
        assert {outbox.spelling(job).version for job in jobs} <= {event.version}


@pytest.mark.parametrize("name", sorted(outbox.handlers()))
def test_one_of_a_newer_program_is_refused(name: str) -> None:
    newer = outbox.spelling(name).version + 1

    with pytest.raises(UnknownVersionError, match=f"판 {newer}"):
        outbox.spelling(name).read({"version": newer}, name)


@pytest.mark.django_db(databases="__all__")
@pytest.mark.usefixtures("monday")
def test_an_affair_whose_jobs_have_no_version_goes_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Spelling, "written", lambda _, fields: dict(fields))

    case = affairs.completed_mail_order()

    assert case.state == "completed"
    assert not Job.objects.filter(dead=True).exists()


@pytest.mark.django_db(databases="__all__")
@pytest.mark.usefixtures("monday")
def test_recurring_jobs_of_old_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Spelling, "written", lambda _, fields: dict(fields))

    assert worker.run_schedules() == len(outbox.schedules())
    affairs.work()
