"""Decide: grant (수리) or refuse (수리 거부), or return the papers (반려).

Each keeps under which version of the affair, the rules and the calendar it was decided (행정기본법 §14②).
"""

from datetime import date

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, clockwork, in_force, permissions, record
from eok.casework.actions.proceed import proceed
from eok.casework.actions.propose import Opinion, check_reasons, close_proposal
from eok.casework.events import CaseGranted, CaseRefused, CaseReturned
from eok.casework.models import Case
from eok.core import clock, events
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.offices import queries as offices

OBJECTION_DAYS = 60
"""민원처리법 §35①: objection within 60 days of receiving the refusal."""


@transaction.atomic
def grant(*, case_id: Key, opinion: Opinion, by: Officer) -> Case:
    """수리 by whom the delegation table names; the law in force now decides (행정기본법 §14②)."""
    case = record.locked(case_id)
    permissions.require(case, "grant", by)
    case.decided_at = clock.now()
    close_proposal(case, by, "grant")
    details = {"opinion": opinion.text, "in_force": in_force.pinned(case)}
    event = record.append(case, "grant", by=actors.officer(by), at=case.decided_at, details=details)
    taxed = offices.licence_tax_class(case.service_id) is not None
    events.publish(CaseGranted(str(case.pk), event.sequence, event.at, licence_tax=taxed))
    proceed(case, licence_tax=taxed)
    return case


@transaction.atomic
def refuse(*, case_id: Key, opinion: Opinion, by: Officer) -> Case:
    """수리 거부 with reason and remedies (민원처리법 §27③, §35; 행정절차법 §23, §26)."""
    case = record.locked(case_id)
    permissions.require(case, "refuse", by)
    check_reasons("refuse", opinion)
    case.decided_at = clock.now()
    close_proposal(case, by, "refuse")
    details = {
        "text": opinion.text,
        "reasons": list(opinion.reasons),
        "objection_until": _objection().isoformat(),
        "in_force": in_force.pinned(case),
    }
    event = record.append(case, "refuse", by=actors.officer(by), at=case.decided_at, details=details)
    events.publish(CaseRefused(str(case.pk), event.sequence, event.at))
    return case


@transaction.atomic
def return_documents(*, case_id: Key, text: str, by: Officer) -> Case:
    """반려: not completed within the period given (민원처리법 시행령 §25①)."""
    case = record.locked(case_id)
    permissions.require(case, "return_documents", by)
    if not text.strip():
        raise InvalidError(
            "돌려드리는 까닭을 적어 주세요. 민원인이 읽습니다. (민원처리법 시행령 §25①)", "text"
        )
    case.decided_at = clock.now()
    details = {
        "text": text,
        "objection_until": _objection().isoformat(),
        "in_force": in_force.pinned(case),
    }
    event = record.append(
        case, "return_documents", by=actors.officer(by), at=case.decided_at, details=details
    )
    events.publish(CaseReturned(str(case.pk), event.sequence, event.at))
    return case


def _objection() -> date:
    """Last day to object, were the notice received today."""
    return clockwork.civil_due(clock.seoul_now().date(), OBJECTION_DAYS)
