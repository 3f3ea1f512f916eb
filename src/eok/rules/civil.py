"""Explains a period that runs from an event: a citizen's, a decision's, a reply's.

Law: 행정기본법 §6①; 민법 §157 (the day of the event is out), §§159–161.
"""

from datetime import date, timedelta

from eok.rules.calendar import Calendar
from eok.rules.explaining import Line
from eok.rules.periods import Period, civil_due, last_calendar_day
from eok.rules.words import day_ko, span_ko


def explain(event_day: date, period: Period, calendar: Calendar) -> tuple[Line, ...]:
    """The lines of `civil_due`."""
    first = event_day + timedelta(days=1)
    nominal, due = last_calendar_day(first, period), civil_due(event_day, period, calendar)
    length = (nominal - first).days + 1
    lines = [
        Line(day_ko(event_day), "그날은 세지 않고 다음 날부터 세요.", "행정기본법 §6①; 민법 §157", "0일", "rest"),
        Line(
            span_ko(first, nominal), f"{period.words} 기간의 마지막 날까지예요.", "민법 §160", f"{length}일", "used",
            0, length, first, nominal,
        ),
    ]  # fmt: skip
    if due != nominal:
        text = f"마지막 날이 쉬는 날({calendar.why_closed(nominal)})이라 {day_ko(due)}까지예요."
        lines.append(Line(day_ko(nominal), text, "민법 §161", "0일", "moved"))
    lines.append(
        Line("기한", f"{day_ko(due)} 하루가 끝날 때까지", "민법 §159", f"{length}일", "total", 0, length)
    )
    return tuple(lines)
