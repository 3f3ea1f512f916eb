"""Walks a period day by day: what was counted, what was left out and why, and where it ends.

Three ways, one for each `Mode` (민원처리법 §19①②③).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from eok.rules.calendar import SEOUL, WORKDAY_MINUTES, Calendar, days_from
from eok.rules.exclusions import Excluded
from eok.rules.periods import Mode, Period, last_calendar_day, past_rest_days


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as it was counted: used, stopped or left."""

    from_at: datetime
    to_at: datetime
    kind: str


@dataclass(frozen=True)
class DayCount:
    """One day of the walk."""

    day: date
    parts: tuple[tuple[datetime, datetime], ...] = ()
    """Counted stretches, in hours clocks."""
    days: int = 0
    """1 when the day counts, in days and calendar clocks."""
    cause: str = ""
    """Why it (or a part of it) is out: a cause of `exclusions`, or `rest`."""
    name: str = ""
    """Name of the rest day."""
    moved: bool = False
    """Only passed because a last day moves past rest days (민법 §161)."""


@dataclass(frozen=True)
class Count:
    """A whole walk."""

    mode: Mode
    start: datetime
    days: tuple[DayCount, ...]
    due_at: datetime


Counter = Callable[[datetime, Period, Sequence[Period], Excluded, Calendar], Count]


def count_hours(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Working minutes from the instant of acceptance; extensions stay in hours (reading R9)."""
    left = timedelta(minutes=period.minutes + sum(e.minutes for e in extensions))
    walked: list[DayCount] = []
    for day in days_from(start.date()):
        counted = _hours_of(day, start, out, calendar, left)
        walked.append(counted)
        left -= sum((b - a for a, b in counted.parts), timedelta())
        if counted.parts and not left:
            return Count(Mode.HOURS, start, tuple(walked), counted.parts[-1][1])
    raise AssertionError("days never end")


def count_days(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Days, the first one counted, without Saturdays and public holidays (민원처리법 §19②)."""
    left = period.value + sum(e.value for e in extensions)
    walked: list[DayCount] = []
    for day in days_from(start.date()):
        counted = _day_of(day, out, calendar)
        walked.append(counted)
        left -= counted.days
        if not left:
            return Count(Mode.DAYS, start, tuple(walked), end_of(day))
    raise AssertionError("days never end")


def count_calendar(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Weeks and months (민원처리법 §19③); days out are appended before the end moves (reading R19, R20)."""
    first = start.date()
    last = past_rest_days(_appended(first, last_calendar_day(first, period.value, period.unit), out), calendar)
    for extension in extensions:
        begin = last + timedelta(days=1)
        nominal = last_calendar_day(begin, extension.value, extension.unit)
        last = past_rest_days(_appended(begin, nominal, out), calendar)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    walked = tuple(DayCount(d, days=0 if d in out.days else 1, cause=out.days.get(d, "")) for d in days)
    return Count(Mode.CALENDAR, start, walked, end_of(last))


COUNTERS: Mapping[Mode, Counter] = {
    Mode.HOURS: count_hours,
    Mode.DAYS: count_days,
    Mode.CALENDAR: count_calendar,
}


def _hours_of(day: date, start: datetime, out: Excluded, calendar: Calendar, left: timedelta) -> DayCount:
    """What of a day is counted, at most `left`."""
    if not calendar.is_working_day(day):
        return DayCount(day, cause="rest", name=calendar.why_closed(day))
    if day in out.days:
        return DayCount(day, cause=out.days[day])
    parts: list[tuple[datetime, datetime]] = []
    cause = ""
    for begin, end in calendar.slots(day):
        for a, b in _without(max(begin, start), end, out):
            taken = min(b - a, left)
            if taken > timedelta():
                parts.append((a, a + taken))
                left -= taken
        cause = cause or _cause_in(begin, end, out)
    return DayCount(day, tuple(parts), cause=cause)


def _without(begin: datetime, end: datetime, out: Excluded) -> list[tuple[datetime, datetime]]:
    """A stretch less the excluded intervals."""
    pieces, at = [], begin
    for a, b, _ in out.intervals:
        if b <= at or a >= end:
            continue
        if a > at:
            pieces.append((at, a))
        at = max(at, b)
    if at < end:
        pieces.append((at, end))
    return pieces


def _cause_in(begin: datetime, end: datetime, out: Excluded) -> str:
    return next((cause for a, b, cause in out.intervals if a < end and b > begin), "")


def _day_of(day: date, out: Excluded, calendar: Calendar) -> DayCount:
    if not calendar.is_counted_day(day):
        return DayCount(day, cause="rest", name=calendar.why_closed(day))
    if day in out.days:
        return DayCount(day, cause=out.days[day])
    return DayCount(day, days=1)


def _appended(first: date, last: date, out: Excluded) -> date:
    """Each day out inside the running period puts the end off by one."""
    for day in sorted(out.days):
        if first <= day <= last:
            last += timedelta(days=1)
    return last


def until(count: Count, stop: datetime) -> Count:
    """The walk as far as the clock ran before it stopped."""
    kept = []
    for day in count.days:
        if day.day > stop.date():
            break
        parts = tuple((a, min(b, stop)) for a, b in day.parts if a < stop)
        kept.append(replace(day, parts=parts))
    return replace(count, days=tuple(kept), due_at=stop)


def split(count: Count, now: datetime) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Stretches before and after now; what was left out counts as before."""
    before: list[Stretch] = []
    after: list[Stretch] = []
    for day in count.days:
        for a, b in _drawn(day, count):
            if a < now:
                before.append(Stretch(a, min(b, now), "used"))
            if b > now:
                after.append(Stretch(max(a, now), b, "left"))
        if day.cause not in ("", "rest") and not day.parts:
            before.append(Stretch(_opening(day.day), _closing(day.day), "stopped"))
    return tuple(sorted(before, key=lambda s: s.from_at)), tuple(after)


def _drawn(day: DayCount, count: Count) -> tuple[tuple[datetime, datetime], ...]:
    if count.mode is Mode.HOURS:
        return day.parts
    return ((_opening(day.day), _closing(day.day)),) if day.days else ()


def minutes_of(stretches: Sequence[Stretch], count: Count) -> int:
    """Working minutes of the used stretches; a day clock's day is eight hours."""
    used = [s for s in stretches if s.kind == "used"]
    if count.mode is Mode.HOURS:
        return int(sum((s.to_at - s.from_at for s in used), timedelta()).total_seconds() // 60)
    return len({s.from_at.date() for s in used}) * WORKDAY_MINUTES


def total_minutes(count: Count) -> int:
    if count.mode is Mode.HOURS:
        parts = (b - a for day in count.days for a, b in day.parts)
        return int(sum(parts, timedelta()).total_seconds() // 60)
    return sum(day.days for day in count.days) * WORKDAY_MINUTES


def _opening(day: date) -> datetime:
    return datetime.combine(day, time(9), SEOUL)


def _closing(day: date) -> datetime:
    return datetime.combine(day, time(18), SEOUL)


def end_of(day: date) -> datetime:
    """The end of a day, 24:00, written 23:59:59 (민법 §159, reading R6)."""
    return datetime.combine(day, time(23, 59, 59), SEOUL)
