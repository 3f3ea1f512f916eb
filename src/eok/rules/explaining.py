"""Says in plain Korean how a due time came about: line by line, each with its article; the lines add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from eok.rules.calendar import WORKDAY_MINUTES, Calendar
from eok.rules.counting import Count, DayCount, total_minutes
from eok.rules.exclusions import LAW, WHY
from eok.rules.periods import Mode, Period, civil_due, last_calendar_day

WEEKDAYS = "월화수목금토일"
PERIOD_LAW = {
    Mode.HOURS: "민원처리법 §19①",
    Mode.DAYS: "민원처리법 §19②",
    Mode.CALENDAR: "민원처리법 §19③; 민법 §160",
}


@dataclass(frozen=True)
class Line:
    """One line of the sum."""

    when: str
    """A day or a span of days, or the name of the line."""
    text: str
    law: str
    amount: str
    """`6시간 48분`, `3일`, or empty."""
    kind: str
    """period, used, stopped, rest, moved or total"""
    minutes: int = 0
    """Working minutes this line adds, in hours clocks."""
    days: int = 0
    """Days this line adds, in days and calendar clocks."""


def processing(count: Count, period: Period, extensions: Sequence[Period], *, ended: bool) -> tuple[Line, ...]:
    """The lines of a processing period. ended: the walk reached its due time (no pause, not closed)."""
    lines = [_period_line(period, extensions)]
    for key, days in groupby(count.days, key=lambda d: _key(d, count)):
        lines.append(_line(key, list(days), count))
    if ended:
        lines.append(_total(count))
    return tuple(lines)


def civil(event_day: date, due: date, period: Period, calendar: Calendar) -> tuple[Line, ...]:
    """The lines of a citizens' period (민법 §§157, 159–161)."""
    first = event_day + timedelta(days=1)
    nominal = last_calendar_day(first, period.value, period.unit)
    assert civil_due(event_day, period, calendar) == due  # one rule, told in words
    lines = [
        Line(day_ko(event_day), "그날은 세지 않고 다음 날부터 세요.", "행정기본법 §6①; 민법 §157", "", "rest"),
        Line(_span_ko(first, nominal), f"{period.label}의 마지막 날이에요.", "민법 §159; 민법 §160", period.label, "used"),
    ]
    if due != nominal:
        why = f"{calendar.why_closed(nominal)}이라 쉬지 않는 다음 날로 넘어가요."
        lines.append(Line(day_ko(nominal), why, "민법 §161", "", "moved"))
    lines.append(Line("기한", f"{day_ko(due)}까지", "", "", "total"))
    return tuple(lines)


def _period_line(period: Period, extensions: Sequence[Period]) -> Line:
    law = PERIOD_LAW[period.mode]
    if period.unit == "immediate":
        law = "민원처리법 시행령 §19"
    text = {
        Mode.HOURS: f"{period.label}은 접수한 때부터 근무시간으로 세요.",
        Mode.DAYS: f"{period.label}은 접수한 날부터 쉬는 날을 빼고 세요.",
        Mode.CALENDAR: f"{period.label}은 접수한 날부터 달력으로 세요.",
    }[period.mode]
    if extensions:
        added = ", ".join(e.label for e in extensions)
        text, law = f"{text} 늘린 기간: {added}", f"{law}; 민원처리법 시행령 §21①"
    minutes = period.minutes + sum(e.minutes for e in extensions) if period.mode is Mode.HOURS else 0
    return Line("처리 기간", text, law, duration(minutes) if minutes else period.label, "period")


def _key(day: DayCount, count: Count) -> tuple[str, int]:
    """Days that read the same stand in one line."""
    if day.cause == "rest":
        return "rest", 0
    if day.cause and not day.parts:
        return day.cause, 0
    if count.mode is not Mode.HOURS:
        return "day", 0
    minutes = _minutes(day)
    return ("whole" if minutes == WORKDAY_MINUTES and not day.cause else f"part {day.day}"), minutes


def _line(key: tuple[str, int], days: list[DayCount], count: Count) -> Line:
    kind, minutes = key
    when = _span_ko(days[0].day, days[-1].day)
    if kind == "rest":
        names = dict.fromkeys(d.name for d in days)
        return Line(when, f"쉬는 날이에요: {', '.join(names)}.", "관공서의 공휴일에 관한 규정 §2", _none(count), "rest")
    if kind in WHY:
        return Line(when, WHY[kind], LAW[kind], _none(count), "stopped")
    if kind == "day":
        text = "하루씩 세요." if len(days) > 1 else "하루를 세요."
        return Line(when, text, PERIOD_LAW[count.mode], f"{len(days)}일", "used", days=len(days))
    if kind == "whole":
        whole = minutes * len(days)
        return Line(when, "하루 8시간씩 세요.", "민원처리법 §19①", duration(whole), "used", minutes=whole)
    return _part_line(when, days[0], minutes, count)


def _part_line(when: str, day: DayCount, minutes: int, count: Count) -> Line:
    if not minutes:
        return Line(when, "근무시간이 지난 뒤라 세지 않아요.", "지방공무원 복무규정 §2②", _none(count), "used")
    begin, end = day.parts[0][0], day.parts[-1][1]
    lunch = " 점심시간은 빼요." if len(day.parts) > 1 else ""
    text = f"{clock_ko(begin)}부터 {clock_ko(end)}까지 세요.{lunch}"
    law = LAW[day.cause] if day.cause in LAW else "지방공무원 복무규정 §2②"
    return Line(when, text, law, duration(minutes), "used", minutes=minutes)


def _total(count: Count) -> Line:
    due = count.due_at
    if count.mode is Mode.HOURS:
        total = total_minutes(count)
        return Line("기한", f"{day_ko(due.date())} {clock_ko(due)}까지", "", duration(total), "total", minutes=total)
    days = sum(d.days for d in count.days)
    text = f"{day_ko(due.date())} 하루가 끝날 때까지"
    law = "행정기본법 §6①; 민법 §159" + ("; 민법 §161" if count.mode is Mode.CALENDAR else "")
    return Line("기한", text, law, f"{days}일", "total", days=days)


def _minutes(day: DayCount) -> int:
    return int(sum((b - a for a, b in day.parts), timedelta()).total_seconds() // 60)


def _none(count: Count) -> str:
    return "0시간" if count.mode is Mode.HOURS else "0일"


def duration(minutes: int) -> str:
    """`6시간 48분`; hours are not turned into days, so that the sum can be checked by eye."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}시간" + (f" {rest}분" if rest else "") if hours else f"{rest}분"


def day_ko(day: date) -> str:
    """`11월 18일(수)`"""
    return f"{day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})"


def clock_ko(moment: datetime) -> str:
    """`10시 12분`, `18시`"""
    return f"{moment.hour}시" + (f" {moment.minute}분" if moment.minute else "")


def _span_ko(first: date, last: date) -> str:
    return day_ko(first) if first == last else f"{day_ko(first)}~{day_ko(last)}"
