"""Ask the applicant to complete the filing; the clock stops (민원처리법 §22①, 시행령 §24)."""

from datetime import date

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, askable, clockwork, permissions, record, supplements
from eok.casework.events import SupplementRequested
from eok.casework.models import Case, Supplement
from eok.casework.supplements import Wanted
from eok.core import clock, events
from eok.core.errors import InvalidError
from eok.core.keyed import Key

SHORTEST, LONGEST = 1, 60
"""Bounds of a reasonable period in days, to catch slips; the law names no figure (민원처리법 시행령 §24①)."""
AGAIN_LONGEST = 10
"""민원처리법 시행령 §24③: the second demand gives at most ten days."""


@transaction.atomic
def request_supplement(*, case_id: Key, wanted: list[Wanted], days: int, by: Officer) -> Supplement:
    """First demand, or the second after the first period ran out.

    days: period given; the last day is computed by 민법 §§157, 161 (민원처리법 시행령 §24④).
    Raises StateError, NotAllowedError, InvalidError.
    """
    case = record.locked(case_id)
    verb = "request_again" if case.state == "supplement" else "request_supplement"
    permissions.require(case, verb, by)
    _check(case, wanted, days, again=verb == "request_again")
    due_on = clockwork.reply_due(clock.seoul_now().date(), days)
    supplement = _write(case, wanted, due_on)
    event = record.append(
        case, verb, by=actors.officer(by), details={"number": supplement.number, "due_on": due_on.isoformat()}
    )
    events.publish(SupplementRequested(str(case.pk), event.sequence, event.at))
    return supplement


def _check(case: Case, wanted: list[Wanted], days: int, *, again: bool) -> None:
    if not wanted:
        raise InvalidError(
            "무엇을 보완할지 고르지 않았습니다. 물음이나 서류를 하나 이상 골라 주세요.", "wanted"
        )
    if any(not w.message.strip() for w in wanted):
        raise InvalidError("까닭을 적지 않은 것이 있습니다. 민원인이 읽을 문장을 적어 주세요.", "message")
    askable.require(case, wanted)
    longest = AGAIN_LONGEST if again else LONGEST
    if not SHORTEST <= days <= longest:
        raise InvalidError(
            f"보완 기간은 {SHORTEST}일부터 {longest}일까지 줄 수 있습니다. 날수를 고쳐 주세요.", "days"
        )


def _write(case: Case, wanted: list[Wanted], due_on: date) -> Supplement:
    number = Supplement.objects.filter(case=case).count() + 1
    supplement = Supplement(case=case, number=number, requested_at=clock.now(), due_on=due_on)
    supplements.seal_wanted(supplement, bytes(case.wrapped_key), wanted)
    supplement.save(force_insert=True)
    return supplement
