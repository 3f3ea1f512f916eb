"""What the house holds after a fault, read by a process beside it: `read_out` prints, `Ledger` is what it printed."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # models can't be imported before Django is set up; `read_out` runs where it is
    from eok.applications.models import Application
    from eok.casework.models import Case


@dataclass(frozen=True)
class Ledger:
    filed: dict[str, int]
    """How many applications each draft became."""
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
    from eok.applications.models import Application
    from eok.core.models import Job
    from eok.notify.models import Message

    applications = list(Application.objects.order_by("application_no"))
    waiting = Job.objects.exclude(key="scheduled")
    ledger = Ledger(
        filed=dict(Counter(str(a.draft_id) for a in applications)),
        numbers=[a.application_no for a in applications],
        half_written=[fault for a in applications for fault in _faults(a)],
        owed=sorted(_owed()),
        messages=dict(Message.objects.values_list("key", "state")),
        jobs=waiting.filter(dead=False).count(),
        dead=list(waiting.filter(dead=True).values_list("last_error", flat=True)),
    )
    json.dump(asdict(ledger), sys.stdout)


def _faults(application: "Application") -> Iterator[str]:
    from eok.applications.models import Draft
    from eok.casework.models import Case

    case = Case.objects.filter(application=application).first()
    if case is None:
        yield f"{application} has no case"
    else:
        yield from _chain_faults(case)
    if Draft.objects.filter(pk=application.draft_id).exists():
        yield f"{application} still has its draft"


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
