"""How a finished record stands: until when it is kept, and whether it may be ended now, and if not, why.

Two ways lead to the end of a record of the office: the records centre took it over (공공기록물법 시행령 §35⑥), or its
period is over and the board decided so (공공기록물법 §27①; 공공기록물법 시행령 §43①). What never was a record (a person's profile) has only
its days (개인정보 보호법 §21①). A hold stops both ways; after it a new deliberation is needed (공공기록물법 시행령 §54의4②).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from eok.core import clock
from eok.core.retention import Record
from eok.retention.models import Appraised, HandedOver, Hold
from eok.retention.table import Table, Unit, table
from eok.rules import retention as rules
from eok.rules.retention import Period

CLASS_OF = {"case": "case", "person": "people"}
"""Kind of record → its class in the table."""
DESTROYED = "공공기록물법 §27①; 공공기록물법 시행령 §43①"
HANDED_OVER = "공공기록물법 시행령 §35⑥"
COPY = "공공기록물법 시행령 §35⑦; 개인정보 보호법 §21①"
NO_LONGER_NEEDED = "개인정보 보호법 §21①"


@dataclass(frozen=True)
class Ground:
    """By what a record may be ended now."""

    law: str
    number: str = ""
    """Of the deliberation or of the hand-over."""


@dataclass(frozen=True)
class Standing:
    """Of one record today."""

    record: Record
    last_day: date | None
    """Until then it is kept; None: for ever, or not known."""
    hand_over_from: date | None
    handed_over: str
    """Number of the package, when the records centre took it over."""
    held: str
    """Why it is held; empty: it isn't."""
    ground: Ground | None
    why_not: str
    """Why it may not be ended now; empty when it may."""


@dataclass(frozen=True)
class Known:
    """What was noted of some records, read in three statements however many there are."""

    holds: tuple[Hold, ...]
    appraised: Mapping[str, Appraised] = field(default_factory=dict)
    """The latest of each record."""
    handed: Mapping[str, HandedOver] = field(default_factory=dict)


def gather(records: Collection[Record]) -> Known:
    ids = [record.id for record in records]
    appraised = Appraised.objects.filter(record__in=ids).select_related("appraisal").order_by("pk")
    handed = HandedOver.objects.filter(record__in=ids).select_related("hand_over").order_by("pk")
    return Known(
        holds=tuple(Hold.objects.order_by("pk")),
        appraised={row.record: row for row in appraised},
        handed={row.record: row for row in handed},
    )


def of(record: Record, known: Known | None = None) -> Standing:
    """known: gathered before for many; read now without it."""
    return _standing(record, known or gather([record]), table(), clock.seoul_now().date())


def _standing(record: Record, known: Known, rules_of: Table, today: date) -> Standing:
    unit = rules_of.unit_of(record.service_id)
    last = _last_day(record, rules_of, unit, known)
    handed = known.handed.get(record.id)
    taken = handed.hand_over.number if handed and handed.hand_over.received_no else ""
    held = _held(record, known.holds)
    ground, why_not = _ground(record, known, rules_of, last, today)
    return Standing(
        record=record,
        last_day=last,
        hand_over_from=rules.hand_over_from(record.finished_on, unit.years_in_use) if unit else None,
        handed_over=taken,
        held=held,
        ground=None if held else ground,
        why_not=f"파기를 보류했습니다: {held}" if held else why_not,
    )


def _last_day(record: Record, rules_of: Table, unit: Unit | None, known: Known) -> date | None:
    days = rules_of.classes[CLASS_OF[record.kind]].days
    if days is not None:
        return record.finished_on + timedelta(days=days)
    period = _period(record, unit, known)
    return rules.last_day(record.finished_on, period) if period else None


def _period(record: Record, unit: Unit | None, known: Known) -> Period | None:
    """That of the unit task, or the one the board set anew (보존기간 재책정)."""
    last = known.appraised.get(record.id)
    if last and last.result == "prolong":
        return Period(last.period)
    return unit.period if unit and unit.is_sure else None


def _held(record: Record, holds: Collection[Hold]) -> str:
    return next((f"{hold.reason} ({hold.law})" for hold in holds if _covers(hold, record, standing=True)), "")


def _covers(hold: Hold, record: Record, *, standing: bool) -> bool:
    if standing and hold.released_at is not None:
        return False
    target = {"record": record.id, "service": record.service_id, "all": ""}[hold.scope]
    return hold.target == target


def _ground(
    record: Record, known: Known, rules_of: Table, last: date | None, today: date
) -> tuple[Ground | None, str]:
    of_class = rules_of.classes[CLASS_OF[record.kind]]
    over = last is not None and last < today
    if not of_class.appraisal:
        if not of_class.is_sure:
            return None, "며칠을 둘지 정해지지 않았습니다(미확인)."
        return (Ground(NO_LONGER_NEEDED), "") if over else (None, _not_over(last))
    handed = known.handed.get(record.id)
    if handed and handed.hand_over.received_no:
        return _after_hand_over(handed, last, over)
    return _after_appraisal(record, known, rules_of, last, over)


def _after_hand_over(handed: HandedOver, last: date | None, over: bool) -> tuple[Ground | None, str]:
    number = handed.hand_over.number
    if not handed.hand_over.keeps_copy:
        return Ground(HANDED_OVER, number), ""
    return (Ground(COPY, number), "") if over else (None, f"업무에 쓰려고 사본을 둡니다. {_not_over(last)}")


def _after_appraisal(
    record: Record, known: Known, rules_of: Table, last: date | None, over: bool
) -> tuple[Ground | None, str]:
    unit = rules_of.unit_of(record.service_id)
    period = _period(record, unit, known)
    if period is None:
        return None, "이 민원사무의 단위과제와 보존기간을 알 수 없습니다(미확인)."
    if not period.ends_here:
        return (
            None,
            f"보존기간이 {period}이라 영구기록물관리기관으로 이관할 기록입니다(공공기록물법 시행령 §30②).",
        )
    if not over:
        return None, _not_over(last)
    return _decided(record, known)


def _decided(record: Record, known: Known) -> tuple[Ground | None, str]:
    done = known.appraised.get(record.id)
    if done is None or (done.result == "prolong"):
        return None, "보존기간이 끝났습니다. 기록물평가심의회의 심의를 기다립니다(공공기록물법 §27①)."
    if done.result == "keep":
        return (
            None,
            f"심의 {done.appraisal.number}에서 보류했습니다. 다시 심의해야 합니다(공공기록물법 시행령 §43①).",
        )
    if _held_since(record, done, known.holds):
        return (
            None,
            "심의한 뒤에 폐기가 금지되었던 기록입니다. 다시 심의해야 합니다(공공기록물법 시행령 §54의4②).",
        )
    return Ground(DESTROYED, done.appraisal.number), ""


def _held_since(record: Record, done: Appraised, holds: Collection[Hold]) -> bool:
    """A hold that stood after the deliberation, also one that began before and was released later."""
    noted = done.appraisal.noted_at
    return any(
        _covers(hold, record, standing=False) and (hold.released_at is None or hold.released_at >= noted)
        for hold in holds
    )


def _not_over(last: date | None) -> str:
    return f"{last:%Y-%m-%d}까지 보존합니다." if last else "끝이 없는 보존기간입니다."
