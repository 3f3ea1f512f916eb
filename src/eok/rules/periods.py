"""Lengths of time as the law sets them, and which of the three ways of counting each takes.

Law: 민원처리법 §19 (immediate and up to five days: working hours; six days and more: days without
Saturdays and public holidays; weeks, months, years: calendar), 시행령 §19 (즉시: 3 working hours).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from eok.rules.calendar import WORKDAY_MINUTES, Calendar

Unit = Literal["immediate", "hours", "days", "weeks", "months"]

IMMEDIATE_MINUTES = 180  # 민원처리법 시행령 §19
HOURS_UP_TO_DAYS = 5  # 민원처리법 §19①


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
    """A statutory length; a year is 12 months."""

    value: int
    unit: Unit

    @property
    def mode(self) -> Mode:
        if self.unit in ("immediate", "hours") or (self.unit == "days" and self.value <= HOURS_UP_TO_DAYS):
            return Mode.HOURS
        return Mode.DAYS if self.unit == "days" else Mode.CALENDAR

    @property
    def minutes(self) -> int:
        """Working minutes of an immediate, hours or days period."""
        if self.unit == "immediate":
            return IMMEDIATE_MINUTES
        return self.value * (60 if self.unit == "hours" else WORKDAY_MINUTES)

    @property
    def label(self) -> str:
        """`3일(근무 24시간)`, `즉시(근무 3시간)`, `10일`, `2주`, `1개월`."""
        if self.unit == "immediate":
            return "즉시(근무 3시간)"
        if self.unit == "hours":
            return f"근무 {self.value}시간"
        if self.mode is Mode.HOURS:
            return f"{self.value}일(근무 {self.value * 8}시간)"
        return f"{self.value}{ {'days': '일', 'weeks': '주', 'months': '개월'}[self.unit] }"


def last_calendar_day(first: date, value: int, unit: str) -> date:
    """Last day of weeks, months or days whose first day counts (민법 §160).

    The day before the corresponding day; the month's last day where there is none (민법 §160③).
    """
    if unit in ("days", "weeks"):
        return first + timedelta(days=value * (7 if unit == "weeks" else 1) - 1)
    years, month = divmod(first.month - 1 + value, 12)
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
    """
    last = last_calendar_day(event_day + timedelta(days=1), period.value, period.unit)
    return past_rest_days(last, calendar)


def latest_before(act_day: date, days: int) -> date:
    """Last day to file something due "N일 전까지": N full days lie between (filing and act day not counted).

    No extension when it falls on a rest day: 민법 §161 protects the end of a running period only.
    """
    return act_day - timedelta(days=days + 1)
