"""Extend the processing period once (민원처리법 시행령 §21①②)."""

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, clockwork, permissions, record
from eok.casework.events import PeriodExtended
from eok.casework.models import Case
from eok.core import events
from eok.core.errors import InvalidError
from eok.core.keyed import Key

GROUNDS = {
    "cooperation": "다른 기관의 협조가 필요해요.",
    "inspection": "사실이나 현장을 확인해야 해요.",
    "force_majeure": "천재지변 같은 어쩔 수 없는 일이 있어요.",
    "similar": "위와 비슷한 사정이 있어요.",
}
"""민원처리법 시행령 §21① 1–4호; too much work and absence are no reasons (§21②)."""


@transaction.atomic
def extend(*, case_id: Key, value: int, ground: str, reason: str, by: Officer) -> Case:
    """value: in the unit of the period, at most the original period.

    Raises StateError, NotAllowedError, InvalidError.
    """
    case = record.locked(case_id)
    permissions.require(case, "extend", by)
    period = clockwork.period_of(case)
    longest = max(period.value, 1)
    if ground not in GROUNDS:
        raise InvalidError("늘리는 까닭을 네 가지 가운데 골라 주세요. (민원처리법 시행령 §21①)", "ground")
    if not reason.strip():
        raise InvalidError("늘리는 까닭을 적어 주세요. 민원인에게 그대로 알립니다.", "reason")
    if not 1 <= value <= longest:
        raise InvalidError(f"처리기간({longest})을 넘겨 늘릴 수 없습니다. 숫자를 고쳐 주세요.", "value")
    details = {"value": value, "unit": period.unit, "ground": ground, "reason": reason}
    event = record.append(case, "extend", by=actors.officer(by), details=details)
    events.publish(PeriodExtended(str(case.pk), event.sequence, event.at))
    return case
