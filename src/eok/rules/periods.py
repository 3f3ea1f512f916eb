"""Lengths of time as the law sets them, and which of the three ways of counting each takes.

Law: 민원처리법 §19 (immediate and up to five days: working hours; six days and more: days without
Saturdays and public holidays; weeks, months, years: calendar), 시행령 §19 (즉시: 3 working hours);
민법 §§157, 159–161 for periods that run from an event.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from eok.core.errors import InvalidError
from eok.rules.calendar import WORKDAY_MINUTES, Calendar

Unit = Literal["immediate", "hours", "days", "weeks", "months"]

IMMEDIATE_MINUTES = 180  # 민원처리법 시행령 §19
HOURS_UP_TO_DAYS = 5  # 민원처리법 §19①
DAYS_PER_WEEK = 7


class PeriodError(InvalidError):
    """No statutory period has this length, or it can't be added to that one."""


class Mode(Enum):
    """How a period is counted."""

    HOURS = "hours"
    """Working hours from the instant of acceptance (민원처리법 §19①)."""
    DAYS = "days"
    """Days, the first one counted, without Saturdays and public holidays (민원처리법 §19②)."""
    CALENDAR = "calendar"
    """Calendar weeks or months, the first day counted (민원처리법 §19③, 민법 §§159–161)."""


@dataclass(frozen=True)
class Period:
    """A statutory length; a year is 12 months. Raises PeriodError."""

    value: int
    """One or more; without meaning for `immediate`."""
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit != "immediate" and self.value < 1:
            raise PeriodError(
                f"기간이 {self.value}입니다. 기간은 1 이상이어야 셀 수 있습니다. 숫자를 고쳐 주세요."
            )

    @property
    def mode(self) -> Mode:
        if self.unit in ("immediate", "hours") or (self.unit == "days" and self.value <= HOURS_UP_TO_DAYS):
            return Mode.HOURS
        return Mode.DAYS if self.unit == "days" else Mode.CALENDAR

    @property
    def minutes(self) -> int:
        """Working minutes of an immediate, hours or days period (민원처리법 §19①, 시행령 §19)."""
        if self.unit == "immediate":
            return IMMEDIATE_MINUTES
        return self.value * (60 if self.unit == "hours" else WORKDAY_MINUTES)

    @property
    def words(self) -> str:
        """`즉시`, `근무 4시간`, `3일`, `2주`, `1개월`."""
        form = {
            "immediate": "즉시",
            "hours": "근무 {}시간",
            "days": "{}일",
            "weeks": "{}주",
            "months": "{}개월",
        }
        return form[self.unit].format(self.value)

    @property
    def label(self) -> str:
        """The words, and in working hours where that is how they are counted: `3일(근무 24시간)`."""
        if self.mode is not Mode.HOURS or self.unit == "hours":
            return self.words
        return f"{self.words}(근무 {self.minutes // 60}시간)"


def last_calendar_day(first: date, period: Period) -> date:
    """Last day of a period of days, weeks or months whose first day counts (민법 §160).

    The day before the corresponding day; the month's last day where there is none (민법 §160③).
    """
    if period.unit != "months":
        length = period.value * (DAYS_PER_WEEK if period.unit == "weeks" else 1)
        return first + timedelta(days=length - 1)
    years, month = divmod(first.month - 1 + period.value, 12)
    year, month = first.year + years, month + 1
    last = monthrange(year, month)[1]
    return date(year, month, last) if first.day > last else date(year, month, first.day) - timedelta(days=1)


def past_rest_days(day: date, calendar: Calendar) -> date:
    """A last day that is a Saturday or public holiday moves to the next day that is neither (민법 §161)."""
    while not calendar.is_counted_day(day):
        day += timedelta(days=1)
    return day


def civil_due(event_day: date, period: Period, calendar: Calendar) -> date:
    """Last day of a period of days, weeks or months that runs from an event.

    The day of the event is not counted (민법 §157, 행정기본법 §6①); the end moves past rest days (민법 §161).
    Serves citizens' periods, decisions on objections, replies to a supplement demand (민원처리법 시행령 §24④) and
    an extension that begins "만료일 다음 날부터" (민원처리법 §35②): then event_day is the day that ended.
    """
    return past_rest_days(last_calendar_day(event_day + timedelta(days=1), period), calendar)


def latest_before(act_day: date, days: int) -> date:
    """Last day to file something due "N일 전까지": N full days lie between (filing and act day not counted).

    It does not move when it is a rest day: 민법 §161 protects the end of a running period only.
    """
    return act_day - timedelta(days=days + 1)


def remind_before(act_day: date, days: int, calendar: Calendar) -> date:
    """The last working day a person can still be helped at the office to keep `latest_before`."""
    day = latest_before(act_day, days)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day
