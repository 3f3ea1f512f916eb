"""Walks a period day by day: what was counted, what was left out and why, and where it ends.

Three ways, one for each `Mode` (민원처리법 §19①②③).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from eok.rules.calendar import Calendar, Stretch, days_from, instant, length_of, whole_minutes
from eok.rules.exclusions import Excluded
from eok.rules.periods import Mode, Period, PeriodError, last_calendar_day

REST = "rest"
END_OF_DAY = time(23, 59, 59)  # 민법 §159: 24:00, shown so (reading R6)


@dataclass(frozen=True)
class DayCount:
    """One day of the walk."""

    day: date
    parts: tuple[Stretch, ...] = ()
    """Counted stretches, in hours clocks."""
    days: int = 0
    """1 when the day counts, in days and calendar clocks."""
    cause: str = ""
    """Why it, or a part of it, is out: a cause of `exclusions`, or `rest`."""
    name: str = ""
    """Name of the rest day."""
    moved: bool = False
    """Only passed because a last day moves past rest days (민법 §161)."""

    @property
    def minutes(self) -> int:
        return whole_minutes(length_of(self.parts))


@dataclass(frozen=True)
class Count:
    """A whole walk."""

    mode: Mode
    start: datetime
    days: tuple[DayCount, ...]
    due_at: datetime

    @property
    def minutes(self) -> int:
        """Working minutes counted, in hours clocks."""
        return whole_minutes(sum((length_of(day.parts) for day in self.days), timedelta()))

    @property
    def total_days(self) -> int:
        """Days counted, in days and calendar clocks."""
        return sum(day.days for day in self.days)


Counter = Callable[[datetime, Period, Sequence[Period], Excluded, Calendar], Count]


def count(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Walk a period and its extensions from a working instant. Raises PeriodError."""
    for extension in extensions:
        if not may_extend(period, extension):
            raise PeriodError(
                f"{period.label} 기간을 {extension.words} 늘릴 수 없습니다. 단위가 다릅니다. 같은 단위로 고쳐 주세요."
            )
    return _COUNTERS[period.mode](start, period, extensions, out, calendar)


def may_extend(period: Period, extension: Period) -> bool:
    """Is the extension counted like the period? Five days and more days stay hours (reading R9)."""
    if period.mode is Mode.HOURS:
        return extension.unit in ("immediate", "hours", "days")
    return extension.unit == "days" or extension.mode is period.mode


def _count_hours(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Working minutes from the instant of acceptance (민원처리법 §19①)."""
    left = timedelta(minutes=period.minutes + sum(e.minutes for e in extensions))
    walked: list[DayCount] = []
    for day in days_from(start.date()):
        walked.append(_hours_of(day, start, out, calendar, left))
        left -= length_of(walked[-1].parts)
        if not left:
            break
    return Count(Mode.HOURS, start, tuple(walked), walked[-1].parts[-1][1])


def _count_days(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Days, the first one counted, without Saturdays and public holidays (민원처리법 §19②)."""
    left = period.value + sum(e.value for e in extensions)
    walked: list[DayCount] = []
    for day in days_from(start.date()):
        walked.append(_day_of(day, out, calendar))
        left -= walked[-1].days
        if not left:
            break
    return Count(Mode.DAYS, start, tuple(walked), end_of(walked[-1].day))


def _count_calendar(
    start: datetime, period: Period, extensions: Sequence[Period], out: Excluded, calendar: Calendar
) -> Count:
    """Weeks and months (민원처리법 §19③); an extension begins after the moved end (reading R20)."""
    walked = list(_calendar_days(start.date(), period, out, calendar))
    for extension in extensions:
        walked += _calendar_days(walked[-1].day + timedelta(days=1), extension, out, calendar)
    return Count(Mode.CALENDAR, start, tuple(walked), end_of(walked[-1].day))


_COUNTERS: Mapping[Mode, Counter] = {
    Mode.HOURS: _count_hours,
    Mode.DAYS: _count_days,
    Mode.CALENDAR: _count_calendar,
}


def _hours_of(day: date, start: datetime, out: Excluded, calendar: Calendar, left: timedelta) -> DayCount:
    """What of a day is counted, at most `left`."""
    if day in out.days:
        return DayCount(day, cause=out.days[day])
    if not calendar.is_working_day(day):
        return DayCount(day, cause=REST, name=calendar.why_closed(day))
    parts: list[Stretch] = []
    cause = ""
    for begin, end in calendar.slots(day):
        for a, b in _without(max(begin, start), end, out):
            taken = min(b - a, left)
            if taken:
                parts.append((a, a + taken))
                left -= taken
        cause = cause or _cause_in(begin, end, out)
    return DayCount(day, tuple(parts), cause=cause)


def _without(begin: datetime, end: datetime, out: Excluded) -> Iterator[Stretch]:
    """A stretch less the excluded intervals."""
    for a, b, _ in out.intervals:
        if begin < min(a, end):
            yield begin, min(a, end)
        begin = max(begin, b)
    if begin < end:
        yield begin, end


def _cause_in(begin: datetime, end: datetime, out: Excluded) -> str:
    return next((cause for a, b, cause in out.intervals if a < end and b > begin), "")


def _day_of(day: date, out: Excluded, calendar: Calendar) -> DayCount:
    if day in out.days:
        return DayCount(day, cause=out.days[day])
    if not calendar.is_counted_day(day):
        return DayCount(day, cause=REST, name=calendar.why_closed(day))
    return DayCount(day, days=1)


def _calendar_days(first: date, period: Period, out: Excluded, calendar: Calendar) -> Iterator[DayCount]:
    """All days are counted but those out, which are appended (reading R19); then the end moves (민법 §161).

    A day out between the end and where it moved to puts it off as well: that day would have been the last.
    """
    left = (last_calendar_day(first, period) - first).days + 1
    for day in days_from(first):
        counts = left > 0 and day not in out.days
        yield DayCount(day, days=int(counts), cause=out.days.get(day, ""), moved=not left)
        left -= counts
        if not left and calendar.is_counted_day(day) and day not in out.days:
            break


def until(whole: Count, halt: datetime) -> Count:
    """The walk as far as the clock ran before it stopped; its due time no longer stands."""
    begun = [day for day in whole.days if instant(day.day, time()) < halt]
    cut = [replace(day, parts=tuple((a, min(b, halt)) for a, b in day.parts if a < halt)) for day in begun]
    kept = [after for before, after in zip(begun, cut, strict=True) if after.parts or not before.parts]
    return replace(whole, days=tuple(kept))


def end_of(day: date) -> datetime:
    """The end of a day, 24:00, written 23:59:59 (민법 §159, reading R6)."""
    return instant(day, END_OF_DAY)
