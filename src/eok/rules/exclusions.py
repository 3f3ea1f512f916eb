"""What is not counted: supplements, hearings, inspections, outages.

Law: 민원처리법 시행령 §20 1호 (takes over 행정절차법 시행령 §11) and 2호 (outages from 2026-05-06).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eok.rules.calendar import SEOUL, Calendar

SUPPLEMENT = "supplement"
OUTAGE = "outage"
OUTAGES_SINCE = date(2026, 5, 6)  # 민원처리법 시행령 부칙(대통령령 제36296호) §3

LAW = {
    SUPPLEMENT: "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호",
    "representatives": "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 3호",
    "hearing": "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 4호",
    "inspection": "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 5호",
    "field_inquiry": "민원처리법 시행령 §17④",
    OUTAGE: "민원처리법 시행령 §20 2호",
}
WHY = {
    SUPPLEMENT: "보완을 요청한 날부터 도착한 날까지는 세지 않아요.",
    "representatives": "대표자를 정하는 동안은 세지 않아요.",
    "hearing": "의견을 듣는 동안은 세지 않아요.",
    "inspection": "검사·조사를 하는 동안은 세지 않아요.",
    "field_inquiry": "현장 조사를 하는 동안은 세지 않아요.",
    OUTAGE: "시스템 장애로 처리할 수 없던 시간은 세지 않아요.",
}


@dataclass(frozen=True)
class Span:
    """Something that stopped the clock. `end` None: it still does."""

    cause: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True)
class Excluded:
    """What the walk leaves out."""

    days: dict[date, str]
    """Whole days, each with its cause; a day excluded twice counts once (reading R27)."""
    intervals: tuple[tuple[datetime, datetime, str], ...]
    """Exact stretches, in hours clocks."""


def excluded(spans: Sequence[Span], calendar: Calendar, *, hours: bool, by_instant: bool) -> Excluded:
    """hours: an hours clock.  by_instant: supplements out to the minute instead of whole days (R7)."""
    days: dict[date, str] = {}
    intervals: list[tuple[datetime, datetime, str]] = []
    for span in spans:
        if span.end is None:
            continue
        if hours and (span.cause == OUTAGE or (span.cause == SUPPLEMENT and by_instant)):
            intervals.append((span.start.astimezone(SEOUL), span.end.astimezone(SEOUL), span.cause))
        else:
            for day in _days_out(span.cause, span.start, span.end, calendar):
                days.setdefault(day, span.cause)
    return Excluded(days, tuple(sorted(intervals)))


def _days_out(cause: str, start: datetime, end: datetime, calendar: Calendar) -> list[date]:
    first, last = start.astimezone(SEOUL).date(), end.astimezone(SEOUL).date()
    if cause == OUTAGE:
        return [d for d in _days(first, last) if _wholly_out(d, start, end, calendar)]
    if cause != SUPPLEMENT:
        first += timedelta(days=1)  # 민법 §157: the first day is not counted (reading R8)
    return _days(first, last)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _wholly_out(day: date, start: datetime, end: datetime, calendar: Calendar) -> bool:
    slots = calendar.slots(day)
    return bool(slots) and start <= slots[0][0] and end >= slots[-1][1]
