"""The day a citizen has to file by, counted from a day that matters: "30일 안에", "5일 전까지". Pure.

Law: 행정기본법 §6①; 민법 §157 (that day itself is out), §159 (to the end of the last day), §161 (a last day that rests moves
on). For "N일 전까지" no text says how to count back: read here as N full days between the filing and the day, which
doesn't move when it rests, since 민법 §161 speaks of the end of a running period. Whoever is late may file all the same.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from eok.rules import civil
from eok.rules.calendar import Calendar
from eok.rules.explaining import Line
from eok.rules.periods import Period, civil_due, latest_before
from eok.rules.words import day_ko, span_ko


@dataclass(frozen=True)
class Counted:
    """A last day, held against the day of filing."""

    last_on: date
    filed_on: date
    lines: tuple[Line, ...]
    """How it was counted."""

    @property
    def days_late(self) -> int:
        """0 as long as it is in time."""
        return max(0, (self.filed_on - self.last_on).days)

    @property
    def days_left(self) -> int:
        """After the day of filing; 0 on the last day and later."""
        return max(0, (self.last_on - self.filed_on).days)


def after(event_day: date, period: Period, calendar: Calendar, *, filed_on: date) -> Counted:
    """So long after the event, which is not counted itself."""
    last_on = civil_due(event_day, period, calendar)
    return Counted(last_on, filed_on, civil.explain(event_day, period, calendar))


def before(act_day: date, days: int, *, filed_on: date) -> Counted:
    """So many full days before the act; 0: before it begins, on its day at the latest ("업무개시 전까지")."""
    if days == 0:
        line = Line("기한", f"{day_ko(act_day)}, 그 일을 시작하기 전까지", "행정기본법 §6①", "", "total")
        return Counted(act_day, filed_on, (line,))
    last_on = latest_before(act_day, days)
    free = span_ko(last_on + timedelta(days=1), act_day - timedelta(days=1))
    lines = (
        Line(day_ko(act_day), "그날은 세지 않고 거꾸로 세요.", "민법 §157", "0일", "rest"),
        Line(free, f"사이에 온전한 날이 {days}일 있어야 해요.", "민법 §157", f"{days}일", "used", 0, days),
        Line("기한", f"{day_ko(last_on)} 하루가 끝날 때까지", "민법 §159", f"{days}일", "total", 0, days),
    )
    return Counted(last_on, filed_on, lines)
