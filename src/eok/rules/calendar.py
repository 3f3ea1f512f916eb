"""The office's calendar: which days are public holidays, which hours of a day are working time.

Law: 관공서의 공휴일에 관한 규정 §2, §3; 지방공무원 복무규정 §2①② (09:00–18:00 without 12:00–13:00, Saturdays off).
All times here are local (Asia/Seoul) and aware.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")
SATURDAY = 5

Slot = tuple[time, time]

USUAL_SLOTS: tuple[Slot, ...] = ((time(9), time(12)), (time(13), time(18)))  # 지방공무원 복무규정 §2②
WORKDAY_MINUTES = 480  # 민원처리법 §19①: 1일은 8시간의 근무시간


@dataclass(frozen=True)
class Calendar:
    """Holidays and working hours, with the version that due dates pin."""

    version: str
    holidays: Mapping[date, str]
    """Public holidays beside Sundays, each with its name."""
    local_closed: Mapping[date, str] = field(default_factory=dict)
    """지방공휴일 of this office: no working time; days and months count them (reading R12)."""
    usual_slots: tuple[Slot, ...] = USUAL_SLOTS
    exceptions: Mapping[date, tuple[Slot, ...]] = field(default_factory=dict)
    """Dates with other hours, such as a late opening by order (reading R26)."""
    covers: tuple[date, date] | None = None
    """First and last day the holidays are known for."""

    def is_public_holiday(self, day: date) -> bool:
        """Sundays and the days listed (관공서의 공휴일에 관한 규정 §2)."""
        return day.isoweekday() == 7 or day in self.holidays

    def is_counted_day(self, day: date) -> bool:
        """Neither a Saturday nor a public holiday: counted in periods of six days and more (민원처리법 §19②)."""
        return day.weekday() != SATURDAY and not self.is_public_holiday(day)

    def is_working_day(self, day: date) -> bool:
        """Is there working time on this day?"""
        return self.is_counted_day(day) and day not in self.local_closed

    def slots(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The working hours of a day, as instants."""
        if not self.is_working_day(day):
            return ()
        slots = self.exceptions.get(day, self.usual_slots)
        return tuple((_at(day, begin), _at(day, end)) for begin, end in slots)

    def why_closed(self, day: date) -> str:
        """The name of the holiday, or the weekday."""
        name = self.holidays.get(day) or self.local_closed.get(day)
        return name or ("토요일" if day.weekday() == SATURDAY else "일요일")


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, SEOUL)


def days_from(day: date) -> Iterator[date]:
    """Day after day, without end."""
    while True:
        yield day
        day += timedelta(days=1)


def snap(moment: datetime, calendar: Calendar) -> datetime:
    """The first working instant at or after a moment (reading R2)."""
    local = moment.astimezone(SEOUL)
    for day in days_from(local.date()):
        for begin, end in calendar.slots(day):
            if local < end:
                return max(local, begin)
    raise AssertionError("days never end")


def add_working(moment: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The instant when so many working minutes are used up; 18:00 stays 18:00, not the next 09:00.

    moment: aware.  minutes: of working time, 480 to a day (민원처리법 §19①).
    """
    local, left = moment.astimezone(SEOUL), timedelta(minutes=minutes)
    if not left:
        return local
    for day in days_from(local.date()):
        for begin, end in calendar.slots(day):
            start = max(local, begin)
            if start >= end:
                continue
            if start + left <= end:
                return start + left
            left -= end - start
    raise AssertionError("days never end")


def working_minutes(a: datetime, b: datetime, calendar: Calendar) -> int:
    """Whole working minutes between two instants, a before b."""
    start, stop = a.astimezone(SEOUL), b.astimezone(SEOUL)
    total = timedelta()
    for day in days_from(start.date()):
        if day > stop.date():
            return int(total.total_seconds() // 60)
        for begin, end in calendar.slots(day):
            total += max(timedelta(), min(stop, end) - max(start, begin))
    raise AssertionError("days never end")
