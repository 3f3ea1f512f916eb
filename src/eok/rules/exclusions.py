"""What is not counted: supplements, hearings, inspections, outages.

Law: 민원처리법 시행령 §20 1호 (takes over 행정절차법 시행령 §11) and 2호 (outages from 2026-05-06).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from eok.rules.calendar import SEOUL, Calendar, instant

SUPPLEMENT = "supplement"
OUTAGE = "outage"
OUTAGES_SINCE = date(2026, 5, 6)  # 민원처리법 시행령 부칙(대통령령 제36296호) §3


@dataclass(frozen=True)
class Cause:
    """Why time is not counted, in law and in plain words."""

    law: str
    why: str
    """Of time that is over."""
    now: str
    """Of time that goes on."""
    part: str = ""
    """Of a part of a day, for causes that count to the minute."""


_APPLIED = "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11"
CAUSES = {
    SUPPLEMENT: Cause(
        f"{_APPLIED} 1호",
        "보완을 요청한 날부터 도착한 날까지는 세지 않아요.",
        "보완을 기다리는 동안 시간이 멈춰 있어요.",
        "보완을 기다린 시간은 빼요.",
    ),
    "representatives": Cause(
        f"{_APPLIED} 3호", "대표자를 정하는 동안은 세지 않아요.", "대표자를 정하는 동안 시간이 멈춰 있어요."
    ),
    "hearing": Cause(
        f"{_APPLIED} 4호", "의견을 듣는 동안은 세지 않아요.", "의견을 듣는 동안 시간이 멈춰 있어요."
    ),
    "inspection": Cause(
        f"{_APPLIED} 5호", "검사·감정을 하는 동안은 세지 않아요.", "검사·감정을 하는 동안 시간이 멈춰 있어요."
    ),
    "field_inquiry": Cause(
        "민원처리법 시행령 §17⑤",
        "현장조사를 하는 동안은 세지 않아요.",
        "현장조사를 하는 동안 시간이 멈춰 있어요.",
    ),
    OUTAGE: Cause(
        "민원처리법 시행령 §20 2호",
        "시스템 장애로 처리할 수 없던 시간은 세지 않아요.",
        "시스템 장애로 처리할 수 없어 시간이 멈춰 있어요.",
        "시스템 장애로 처리할 수 없던 시간은 빼요.",
    ),
}


@dataclass(frozen=True)
class Span:
    """Something that stopped the clock. `end` None: it still does."""

    cause: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True)
class Excluded:
    """What a walk through the days leaves out."""

    days: Mapping[date, str]
    """Whole days, each with its cause; a day excluded twice counts once (reading R27)."""
    intervals: tuple[tuple[datetime, datetime, str], ...]
    """Exact stretches, in hours clocks."""
    halt: tuple[datetime, str] | None
    """From here on nothing counts, and why: the earliest cause that still goes on."""


@dataclass(frozen=True)
class Excluding:
    """How causes become days or stretches: the way of counting and the readings chosen."""

    hours: bool
    """An hours clock (민원처리법 §19①)."""
    by_instant: bool
    """R7: in an hours clock supplements are left out to the minute, not by whole days."""
    from_next_day: bool
    """R8: of other causes the first day counts (민법 §157)."""

    def __call__(self, spans: Sequence[Span], calendar: Calendar) -> Excluded:
        ended = [(span, span.end) for span in spans if span.end is not None]
        days: dict[date, str] = {}
        for span, end in ended:
            for day in () if self._exact(span) else self._days_out(span, end, calendar):
                days.setdefault(day, span.cause)
        exact = sorted((_local(s.start), _local(end), s.cause) for s, end in ended if self._exact(s))
        halts = [(self._halt(span, calendar), span.cause) for span in spans if span.end is None]
        return Excluded(days, tuple(exact), min(halts, default=None))

    def _exact(self, span: Span) -> bool:
        return self.hours and (span.cause == OUTAGE or (span.cause == SUPPLEMENT and self.by_instant))

    def _days_out(self, span: Span, end: datetime, calendar: Calendar) -> Iterable[date]:
        first, last = _local(span.start).date(), _local(end).date()
        if span.cause == OUTAGE:
            return (d for d in _days(first, last) if _wholly_out(d, span.start, end, calendar))
        return _days(self._first_out(span), last)

    def _first_out(self, span: Span) -> date:
        later = span.cause != SUPPLEMENT and self.from_next_day
        return _local(span.start).date() + timedelta(days=later)

    def _halt(self, span: Span, calendar: Calendar) -> datetime:
        if self._exact(span):
            return _local(span.start)
        if span.cause != OUTAGE:
            return instant(self._first_out(span), time())
        day = _local(span.start).date()
        slots = calendar.slots(day)
        begun = bool(slots) and slots[0][0] < span.start
        return instant(day + timedelta(days=begun), time())


def _local(moment: datetime) -> datetime:
    return moment.astimezone(SEOUL)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _wholly_out(day: date, start: datetime, end: datetime, calendar: Calendar) -> bool:
    slots = calendar.slots(day)
    return bool(slots) and start <= slots[0][0] and slots[-1][1] <= end
