"""The office's calendar: which days are public holidays, which hours of a day are working time.

Law: 관공서의 공휴일에 관한 규정 §2, §3; 지방공무원 복무규정 §2①② (09:00–18:00 without 12:00–13:00, Saturdays off).
All times here are local (Asia/Seoul) and aware.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")
SATURDAY, SUNDAY = 6, 7
"""ISO weekdays."""

Slot = tuple[time, time]
Stretch = tuple[datetime, datetime]

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
    """Working hours; the head may shift lunch by an hour (지방공무원 복무규정 §2② 단서, reading R5)."""
    exceptions: Mapping[date, tuple[Slot, ...]] = field(default_factory=dict)
    """Dates with other hours, such as a late opening by order (지방공무원 복무규정 §3①, reading R26)."""
    covers: tuple[date, date] | None = None
    """First and last day the holidays are known for; None: all."""
    _kept: dict[date, tuple[Stretch, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The slots of days that were asked for: a list of cases asks for the same few again and again."""

    def is_public_holiday(self, day: date) -> bool:
        """Sundays and the days listed (관공서의 공휴일에 관한 규정 §2)."""
        return day.isoweekday() == SUNDAY or day in self.holidays

    def is_counted_day(self, day: date) -> bool:
        """Neither a Saturday nor a public holiday: counted in periods of six days and more (민원처리법 §19②)."""
        return day.isoweekday() != SATURDAY and not self.is_public_holiday(day)

    def is_working_day(self, day: date) -> bool:
        """Is there working time on this day?"""
        return self.is_counted_day(day) and day not in self.local_closed

    def is_known(self, day: date) -> bool:
        """Are the holidays of that day's year written down? They are announced a year or so ahead."""
        return self.covers is None or self.covers[0] <= day <= self.covers[1]

    def slots(self, day: date) -> tuple[Stretch, ...]:
        """The working hours of a day, as instants."""
        kept = self._kept.get(day)
        if kept is None:
            kept = self._kept[day] = self._slots(day)
        return kept

    def _slots(self, day: date) -> tuple[Stretch, ...]:
        if not self.is_working_day(day):
            return ()
        slots = self.exceptions.get(day, self.usual_slots)
        return tuple((instant(day, begin), instant(day, end)) for begin, end in slots)

    def why_closed(self, day: date) -> str:
        """The name of the holiday, or the weekday."""
        name = self.holidays.get(day) or self.local_closed.get(day)
        return name or ("토요일" if day.isoweekday() == SATURDAY else "일요일")


def instant(day: date, moment: time) -> datetime:
    """That time of that day in Seoul."""
    return datetime.combine(day, moment, SEOUL)


def days_from(day: date) -> Iterator[date]:
    """Day after day, without end."""
    while True:
        yield day
        day += timedelta(days=1)


def slots_from(moment: datetime, calendar: Calendar) -> Iterator[Stretch]:
    """The working time at and after a moment, without end; the first piece is cut at the moment."""
    local = moment.astimezone(SEOUL)
    for day in days_from(local.date()):
        for begin, end in calendar.slots(day):
            if local < end:
                yield max(local, begin), end


def snap(moment: datetime, calendar: Calendar) -> datetime:
    """The first working instant at or after a moment (reading R2)."""
    return next(slots_from(moment, calendar))[0]


def add_working(moment: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The instant when so many working minutes are used up; 18:00 stays 18:00, not the next 09:00.

    moment: aware.  minutes: of working time, one or more, 480 to a day (민원처리법 §19①).
    """
    left, slots = timedelta(minutes=minutes), slots_from(moment, calendar)
    begin, end = next(slots)
    while left > end - begin:
        left -= end - begin
        begin, end = next(slots)
    return begin + left


def working_minutes(a: datetime, b: datetime, calendar: Calendar) -> int:
    """Whole working minutes between two instants; none when b is not after a."""
    total = timedelta()
    for begin, end in slots_from(a, calendar):
        if begin >= b:
            break
        total += min(end, b) - begin
    return whole_minutes(total)


def whole_minutes(length: timedelta) -> int:
    """Seconds of a minute that has begun do not count."""
    return length // timedelta(minutes=1)


def length_of(stretches: tuple[Stretch, ...]) -> timedelta:
    """Together as long as."""
    return sum((end - begin for begin, end in stretches), timedelta())
