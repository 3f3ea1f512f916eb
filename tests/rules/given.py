"""What the tests of the rules are told: the calendar of 2024–2028 and short ways to write a case.

The closed days are written out by hand, apart from `data/calendar`, so that a slip there fails a test here.
"""

from collections.abc import Iterable
from datetime import date, datetime

from eok.rules.calendar import SEOUL, Calendar
from eok.rules.clock import ClockEvent, ClockReading, Policy, read
from eok.rules.periods import Period

CLOSED = {
    2024: "1.1 2.9 2.10 2.11 2.12 3.1 4.10 5.5 5.6 5.15 6.6 8.15 9.16 9.17 9.18 10.1 10.3 10.9 12.25",
    2025: "1.1 1.27 1.28 1.29 1.30 3.1 3.3 5.5 5.6 6.3 6.6 8.15 10.3 10.5 10.6 10.7 10.8 10.9 12.25",
    2026: "1.1 2.16 2.17 2.18 3.1 3.2 5.1 5.5 5.24 5.25 6.3 6.6 7.17 8.15 8.17 9.24 9.25 9.26 10.3 10.5 10.9 12.25",
    2027: "1.1 2.6 2.7 2.8 2.9 3.1 5.1 5.3 5.5 5.13 6.6 7.17 7.19 8.15 8.16 9.14 9.15 9.16 10.3 10.4 10.9 10.11"
    " 12.25 12.27",
    2028: "1.1 1.26 1.27 1.28 3.1 4.12 5.1 5.2 5.5 6.6 7.17 8.15 10.2 10.3 10.4 10.5 10.9 12.25",
}
"""관공서의 공휴일에 관한 규정 §2, §3: every public holiday beside plain Sundays."""

CALENDAR = Calendar(
    version="test",
    holidays={
        date(year, *map(int, day.split("."))): "공휴일"
        for year, days in CLOSED.items()
        for day in days.split()
    },
)

Event = tuple[str, str] | tuple[str, str, Period]
"""Instant, type, and for an extension its length."""

IMMEDIATE = Period(0, "immediate")


def hours(value: int) -> Period:
    return Period(value, "hours")


def days(value: int) -> Period:
    return Period(value, "days")


def weeks(value: int) -> Period:
    return Period(value, "weeks")


def months(value: int) -> Period:
    return Period(value, "months")


def at(text: str) -> datetime:
    """`2026-11-23 10:30` in Seoul."""
    return datetime.fromisoformat(text).replace(tzinfo=SEOUL)


def happened(*events: Event) -> list[ClockEvent]:
    """Events as (instant, type) or (instant, type, length)."""
    return [ClockEvent(at(event[0]), *event[1:]) for event in events]


def reading(
    period: Period, filed: str, events: Iterable[ClockEvent] = (), policy: Policy | None = None
) -> ClockReading:
    """The clock of a case filed at an instant, counted by the calendar above."""
    return read(period, at(filed), events, CALENDAR, policy=policy or Policy())


def due(period: Period, filed: str, *events: Event) -> str:
    """Last instant as `2026-11-23 18:00`; days that end at midnight as `2026-11-23`."""
    return told(reading(period, filed, happened(*events)).due_at)


def told(moment: datetime | None) -> str:
    if moment is None:
        return "없음"
    text = moment.strftime("%Y-%m-%d %H:%M:%S")
    return text.removesuffix(" 23:59:59").removesuffix(":00")


def sum_of(reading: ClockReading) -> list[tuple[str, str, str, str]]:
    """The explanation as people see it."""
    return [(line.when, line.text, line.law, line.amount) for line in reading.explanation]
