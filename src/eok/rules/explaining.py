"""Says in plain Korean how a due time came about: line by line, each with its article; the lines add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from eok.rules.calendar import WORKDAY_MINUTES, Calendar
from eok.rules.counting import REST, Count, DayCount
from eok.rules.exclusions import CAUSES
from eok.rules.periods import IMMEDIATE_MINUTES, Mode, Period
from eok.rules.words import clock_ko, day_ko, duration, names_ko, span_ko

HOLIDAYS = "관공서의 공휴일에 관한 규정 §2"
OFFICE_HOURS = "지방공무원 복무규정 §2②"
EXTENSION = "민원처리법 시행령 §21①"
COUNTING = {
    Mode.HOURS: "민원처리법 §19①",
    Mode.DAYS: "민원처리법 §19②",
    Mode.CALENDAR: "민원처리법 §19③; 민법 §160",
}
MOVED = "moved"
WHOLE = "whole"

Kind = Literal["period", "used", "stopped", "rest", "moved", "note", "total"]


@dataclass(frozen=True)
class Line:
    """One line of the sum."""

    when: str
    """A day or a span of days, or the name of the line."""
    text: str
    law: str
    """Articles, joined by `; `."""
    amount: str
    """`6시간 48분`, `3일`, or empty."""
    kind: Kind
    minutes: int = 0
    """Working minutes of this line, in hours clocks; the used lines add up to the total."""
    days: int = 0
    """Days of this line, in days and calendar clocks; the used lines add up to the total."""
    from_on: date | None = None
    """First day of a line that stands for days."""
    to_on: date | None = None


def lengths(period: Period, extensions: Sequence[Period]) -> list[Line]:
    """What has to add up: the period, then each extension."""
    lines = [Line("처리 기간", _length_text(period), _length_law(period), _length_amount(period), "period")]
    for extension in extensions:
        text = f"처리기간을 {extension.words} 늘렸어요."
        lines.append(Line("늘린 기간", text, EXTENSION, _length_amount(extension, period.mode), "period"))
    return lines


def acceptance(arrived: datetime, accepted: datetime, start: datetime) -> list[Line]:
    """Why counting begins later than the filing arrived; nothing when it does not."""
    if arrived == start:
        return []
    when = (
        clock_ko(arrived)
        if arrived.date() == accepted.date()
        else f"{day_ko(arrived.date())} {clock_ko(arrived)}"
    )
    text = f"{when}에 도착했고 {clock_ko(accepted)}에 접수했어요. 기간은 접수한 때부터 세요."
    if accepted != start:
        text = f"{clock_ko(accepted)}에 접수했지만 근무시간이 아니라 다음 근무시간부터 세요."
    return [Line(day_ko(accepted.date()), text, "민원처리법 §17①; 민원처리법 시행령 §6⑧", "", "note")]


def walk(count: Count) -> list[Line]:
    """The days, those that read the same in one line."""
    return [_line(kind, days, count) for kind, days in _folded(_runs(count))]


def total(count: Count) -> Line:
    """The due time, and what the lines above add up to."""
    due = count.due_at
    if count.mode is Mode.HOURS:
        text = f"{day_ko(due.date())} {clock_ko(due)}까지"
        return Line(
            "기한", text, COUNTING[count.mode], duration(count.minutes), "total", minutes=count.minutes
        )
    days = count.total_days
    return Line(
        "기한", f"{day_ko(due.date())} 하루가 끝날 때까지", "민법 §159", f"{days}일", "total", days=days
    )


def stopped_now(since: datetime, cause: str, mode: Mode) -> Line:
    """The last line while something goes on that stops the clock."""
    when, first = f"{day_ko(since.date())}부터", since.date()
    return Line(when, CAUSES[cause].now, CAUSES[cause].law, _nothing(mode), "stopped", from_on=first)


def unknown(due: date, calendar: Calendar) -> list[Line]:
    """A warning where the holidays of the due time's year are not written down yet (reading R18)."""
    if calendar.is_known(due):
        return []
    text = f"{due.year}년 공휴일이 정해지면 날짜가 바뀔 수 있어요."
    return [Line("알아 두기", text, HOLIDAYS, "", "note")]


def _length_text(period: Period) -> str:
    if period.unit == "immediate":
        return f"즉시는 근무 {IMMEDIATE_MINUTES // 60}시간 안이에요."
    if period.unit == "hours":
        return f"{period.words}은 접수한 때부터 세요."
    if period.mode is Mode.HOURS:
        return f"{period.words}은 근무시간 {duration(period.minutes)}이에요. 접수한 때부터 세요."
    if period.mode is Mode.DAYS:
        return f"{period.words}은 접수한 날부터 토요일과 공휴일을 빼고 세요."
    return f"{period.words} 기간은 접수한 날부터 달력대로 세요."


def _length_law(period: Period) -> str:
    return "민원처리법 시행령 §19" if period.unit == "immediate" else COUNTING[period.mode]


def _length_amount(period: Period, mode: Mode | None = None) -> str:
    return duration(period.minutes) if (mode or period.mode) is Mode.HOURS else period.words


def _runs(count: Count) -> Iterable[tuple[str, list[DayCount]]]:
    for kind, days in groupby(count.days, key=lambda day: _kind(day, count.mode)):
        yield kind, list(days)


def _kind(day: DayCount, mode: Mode) -> str:
    """What a day's line is about: a cause, rest, moved, whole, or the day itself."""
    if day.moved:
        return day.cause or MOVED
    if day.cause and not day.parts:
        return day.cause
    if mode is not Mode.HOURS or (day.minutes == WORKDAY_MINUTES and not day.cause):
        return WHOLE
    return day.day.isoformat()


def _folded(runs: Iterable[tuple[str, list[DayCount]]]) -> list[tuple[str, list[DayCount]]]:
    """Rest days between two runs that read the same become part of one line."""
    folded: list[tuple[str, list[DayCount]]] = []
    for kind, days in runs:
        between = len(folded) > 1 and folded[-1][0] == REST and folded[-2][0] == kind
        if between and kind != MOVED:
            rest, before = folded.pop()[1], folded.pop()[1]
            days = [*before, *rest, *days]
        folded.append((kind, days))
    return folded


def _line(kind: str, days: list[DayCount], count: Count) -> Line:
    when, first, last = span_ko(days[0].day, days[-1].day), days[0].day, days[-1].day
    if kind in CAUSES:
        cause = CAUSES[kind]
        return Line(when, cause.why, cause.law, _nothing(count.mode), "stopped", from_on=first, to_on=last)
    if kind == REST:
        text = f"쉬는 날이에요: {names_ko(d.name for d in days)}."
        return Line(when, text, HOLIDAYS, _nothing(count.mode), "rest", from_on=first, to_on=last)
    if kind == MOVED:
        text = "마지막 날이 쉬는 날이면 그다음 쉬지 않는 날까지예요."
        return Line(when, text, "민법 §161", _nothing(count.mode), "moved", from_on=first, to_on=last)
    return _counted(when, days, count)


def _counted(when: str, days: list[DayCount], count: Count) -> Line:
    first, last = days[0].day, days[-1].day
    if count.mode is not Mode.HOURS:
        number = sum(day.days for day in days)
        law = COUNTING[count.mode]
        return Line(when, _days_text(days, count), law, f"{number}일", "used", 0, number, first, last)
    minutes = sum(day.minutes for day in days)
    if len(days) > 1 or minutes == WORKDAY_MINUTES:
        text = f"{_without_rest(days)}하루 8시간씩 세요."
        return Line(when, text, COUNTING[count.mode], duration(minutes), "used", minutes, 0, first, last)
    return _part(when, days[0], minutes, count)


def _days_text(days: list[DayCount], count: Count) -> str:
    if count.mode is Mode.CALENDAR:
        return "쉬는 날도 함께 달력대로 세요."
    return f"{_without_rest(days)}하루씩 세요."


def _without_rest(days: list[DayCount]) -> str:
    rest = [day.name for day in days if day.cause == REST]
    return f"쉬는 날({names_ko(rest)})을 빼고 " if rest else ""


def _part(when: str, day: DayCount, minutes: int, count: Count) -> Line:
    """A day of which only some hours count."""
    begin, end = day.parts[0][0], day.parts[-1][1]
    lunch = " 점심시간은 빼요." if len(day.parts) > 1 and not day.cause else ""
    text = f"{clock_ko(begin)}부터 {clock_ko(end)}까지 세요.{lunch}"
    law = OFFICE_HOURS
    if day.cause:
        text, law = f"{text} {CAUSES[day.cause].part}", CAUSES[day.cause].law
    elif begin == count.start:
        text = f"{clock_ko(begin)}에 접수해서 {clock_ko(end)}까지 세요.{lunch}"
    return Line(when, text, law, duration(minutes), "used", minutes, 0, day.day, day.day)


def _nothing(mode: Mode) -> str:
    return duration(0) if mode is Mode.HOURS else "0일"
