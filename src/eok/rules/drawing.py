"""The clock as stretches of time on a strip of days: used, stopped, still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from eok.rules.calendar import WORKDAY_MINUTES, instant, whole_minutes
from eok.rules.counting import REST, Count, DayCount
from eok.rules.periods import Mode

OPENS, CLOSES = time(9), time(18)  # 지방공무원 복무규정 §2②: only the drawing of whole days depends on them

Kind = Literal["used", "stopped", "left"]


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as it was counted."""

    from_at: datetime
    to_at: datetime
    kind: Kind


def stretches(count: Count, now: datetime) -> tuple[Stretch, ...]:
    """In order; time counted is used up to now and left after it."""
    return tuple(piece for day in count.days for piece in _of_day(day, count.mode, now))


def used_minutes(count: Count, now: datetime) -> int:
    """Working minutes used by now; a day of a days or calendar clock is eight hours once it has begun."""
    used = [s for s in stretches(count, now) if s.kind == "used"]
    if count.mode is Mode.HOURS:
        return whole_minutes(sum((s.to_at - s.from_at for s in used), timedelta()))
    return len(used) * WORKDAY_MINUTES


def total_minutes(count: Count) -> int:
    """Working minutes of the whole walk."""
    return count.minutes if count.mode is Mode.HOURS else count.total_days * WORKDAY_MINUTES


def _of_day(day: DayCount, mode: Mode, now: datetime) -> Iterator[Stretch]:
    if day.cause and day.cause != REST and not day.parts:
        yield Stretch(instant(day.day, OPENS), instant(day.day, CLOSES), "stopped")
    if mode is not Mode.HOURS and day.days:
        yield _whole(day.day, now)
    for begin, end in day.parts:
        if begin < now:
            yield Stretch(begin, min(end, now), "used")
        if now < end:
            yield Stretch(max(begin, now), end, "left")


def _whole(day: date, now: datetime) -> Stretch:
    """A counted day is used as soon as it has begun."""
    kind: Kind = "used" if instant(day, OPENS) < now else "left"
    return Stretch(instant(day, OPENS), instant(day, CLOSES), kind)
