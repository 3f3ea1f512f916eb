"""What the house holds after a fault, read by a process beside it: `read_out` prints, `Ledger` is what it printed."""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from eok.core.errors import EokError

if TYPE_CHECKING:  # models can't be imported before Django is set up; `read_out` runs where it is
    from eok.applications.models import Application
    from eok.casework.models import Case


@dataclass(frozen=True)
class Ledger:
    filed: dict[str, int]
    """How many applications each draft became."""
    cases: dict[str, str]
    """The case of each draft."""
    verbs: dict[str, list[str]]
    """What happened to the case of each draft, in order."""
    numbers: list[str]
    """신청번호, sorted."""
    half_written: list[str]
    """What is wrong with an application, one sentence each."""
    owed: list[str]
    """Keys of the messages that the events call for, sorted."""
    messages: dict[str, str]
    """State by key."""
    jobs: int
    """Jobs that wait, without the recurring ones."""
    dead: list[str]


def parse(text: str) -> Ledger:
    return Ledger(**json.loads(text))


def read_out() -> None:
    """Print the ledger of the house whose settings we run under."""
    json.dump(asdict(written()), sys.stdout)


def written() -> Ledger:
    """The ledger of the house whose settings we run under."""
    with _one_moment():
        return _written()


@contextmanager
def _one_moment() -> Iterator[None]:
    """What is read stands as it did at one moment, though others write meanwhile; nobody is kept from writing."""
    from django.db import connection

    deeper = " ISOLATION LEVEL REPEATABLE READ" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{deeper}")
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def _written() -> Ledger:
    from eok.applications.models import Application
    from eok.core.models import Job
    from eok.notify.models import Message

    applications = list(Application.objects.order_by("application_no"))
    waiting = Job.objects.exclude(key="scheduled")
    return Ledger(
        filed=dict(Counter(str(a.draft_id) for a in applications)),
        cases={str(draft): str(case) for draft, case in _cases()},
        verbs=_verbs(),
        numbers=[a.application_no for a in applications],
        half_written=[fault for a in applications for fault in _faults(a)],
        owed=sorted(_owed()),
        messages=dict(Message.objects.values_list("key", "state")),
        jobs=waiting.filter(dead=False).count(),
        dead=list(waiting.filter(dead=True).values_list("last_error", flat=True)),
    )


def _cases() -> Iterable[tuple[UUID, UUID]]:
    from eok.casework.models import Case

    return Case.objects.values_list("application__draft_id", "pk")


def _verbs() -> dict[str, list[str]]:
    from eok.casework.models import CaseEvent

    verbs: dict[str, list[str]] = {}
    rows = CaseEvent.objects.order_by("sequence").values_list("case__application__draft_id", "verb")
    for draft, verb in rows:
        verbs.setdefault(str(draft), []).append(verb)
    return verbs


def _faults(application: "Application") -> Iterator[str]:
    from eok.applications.models import Draft
    from eok.casework.models import Case

    case = Case.objects.filter(application=application).first()
    if case is None:
        yield f"{application} has no case"
    else:
        yield from _chain_faults(case)
    yield from _paper_faults(application)
    if Draft.objects.filter(pk=application.draft_id).exists():
        yield f"{application} still has its draft"


def _paper_faults(application: "Application") -> Iterator[str]:
    from eok.applications.models import ApplicationPaper
    from eok.papers import vault

    for paper in ApplicationPaper.objects.filter(application=application).select_related("upload"):
        upload = paper.upload
        try:
            content = vault.get(upload.pk, bytes(upload.wrapped_key))
        except (OSError, EokError) as error:
            yield f"{application} lacks {paper}: {type(error).__name__}"
            continue
        if hashlib.sha256(content).hexdigest() != upload.digest:
            yield f"{application} has another file than {paper}"


def _chain_faults(case: "Case") -> Iterator[str]:
    from eok.casework import record
    from eok.trail import chain

    links = list(record.links(case))
    if not links or len(links) != case.sequence or bytes(case.head) != links[-1].digest:
        yield f"{case} has {len(links)} events and says {case.sequence}"
    if chain.first_fault(str(case.pk), links) is not None:
        yield f"{case} has a broken chain"


def _owed() -> Iterator[str]:
    from eok.casework import lifecycle
    from eok.casework.models import CaseEvent

    for event in CaseEvent.objects.all():
        if lifecycle.transition(event.from_state or None, event.verb).notice is not None:
            yield f"{event.case_id}:{event.sequence}:sms"
