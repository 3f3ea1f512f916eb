"""Extend the processing period once (민원처리법 시행령 §21①②)."""

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, clockwork, permissions, record
from eok.casework.events import PeriodExtended
from eok.casework.models import Case
from eok.core import clock, events
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.rules.extensions import Extending, why_not
from eok.rules.periods import Period


def longest(period: Period) -> Period:
    """The longest extension, in the unit extensions of this period are given in (민원처리법 시행령 §21①)."""
    return Period(period.minutes // 60, "hours") if period.unit == "immediate" else period


@transaction.atomic
def extend(*, case_id: Key, value: int, ground: str, reason: str, by: Officer) -> Case:
    """value: in the unit of `longest`, at most as much.

    Raises StateError, NotAllowedError, InvalidError.
    """
    case = record.locked(case_id)
    permissions.require(case, "extend", by)
    period = clockwork.period_of(case)
    most = longest(period)
    if not 1 <= value <= most.value:
        raise InvalidError(
            f"처음 처리기간({most.words})을 넘겨 늘릴 수 없습니다. 숫자를 고쳐 주세요.", "value"
        )
    refused = why_not(Extending(Period(value, most.unit), ground, 0, False, clock.now()), period, case.due_at)
    if refused:
        raise InvalidError(f"{refused.text} ({refused.law})", "ground")
    if not reason.strip():
        raise InvalidError("늘리는 까닭을 적어 주세요. 민원인에게 그대로 알립니다.", "reason")
    details = {"value": value, "unit": most.unit, "ground": ground, "reason": reason}
    event = record.append(case, "extend", by=actors.officer(by), details=details)
    events.publish(PeriodExtended(str(case.pk), event.sequence, event.at))
    return case
