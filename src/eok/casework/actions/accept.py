"""Accept an application (접수): the clock starts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, assignment, clockwork, permissions, record
from eok.casework.actors import Actor
from eok.casework.events import CaseAccepted
from eok.casework.models import Case
from eok.core import clock, events, outbox
from eok.core.keyed import Key
from eok.core.serials import next_number

ACCEPT_JOB = "casework.accept"


@transaction.atomic
def accept(*, case_id: Key, by: Officer) -> Case:
    """By hand, at this instant (민원처리법 §9①; within 8 working hours: 시행령 §6⑧)."""
    case = record.locked(case_id)
    permissions.require(case, "accept", by)
    return _accept(case, actors.officer(by), clock.now())


@outbox.job(ACCEPT_JOB)
def accept_automatically(payload: Mapping[str, Any]) -> None:
    """At the next working instant after arrival (reading R2 of the office's settings)."""
    with transaction.atomic():
        case = record.locked(payload["case_id"])
        if case.state == "filed":  # an officer or the applicant may have been faster
            _accept(case, actors.SYSTEM, clockwork.acceptance(case.filed_at))


def _accept(case: Case, by: Actor, at: datetime) -> Case:
    year = at.astimezone(clock.SEOUL).year
    case.case_no = f"{year}-{next_number(f'case:{year}'):06d}"
    case.accepted_at = at
    case.officer = assignment.officer_for(case)
    event = record.append(case, "accept", by=by, at=at, details={"case_no": case.case_no})
    events.publish(CaseAccepted(str(case.pk), event.sequence, event.at))
    return case
