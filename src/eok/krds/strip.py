"""The clock of a case as a strip of calendar days: used, stopped, still to come, the last moment, today.

Pure geometry for `krds/strip.html`. Each day is one column; inside a day the office's hours (9 to 18)
fill the column, so a morning lies left and an evening right. What counts is decided in `rules`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eok.core.clock import SEOUL
from eok.krds.filters import WEEKDAYS

OPENS, CLOSES = 9, 18  # 지방공무원 복무규정 §2: the usual hours; only the picture depends on them
COLUMN = 100
"""Width of one day in the drawing's own units."""
LABELLED = 12
"""More days than this: only the first, today, Mondays and the last carry their number."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of time as it was counted. Times are aware."""

    from_at: datetime
    to_at: datetime
    kind: str
    """used, stopped or left."""


@dataclass(frozen=True)
class Piece:
    """A stretch in the drawing's units."""

    x: int
    width: int
    kind: str


@dataclass(frozen=True)
class Day:
    number: int
    word: str
    """The weekday, or 오늘, or 기한."""
    classes: str


@dataclass(frozen=True)
class Strip:
    days: tuple[Day, ...]
    pieces: tuple[Piece, ...]
    due_x: int | None

    @property
    def width(self) -> int:
        return COLUMN * len(self.days)


def build(
    stretches: Sequence[Stretch],
    *,
    today: date,
    due: datetime | None,
    rest_days: Collection[date] = (),
) -> Strip:
    """The strip from the first stretch's day to the last day of all. rest_days: holidays beside weekends."""
    first = min(_local(s.from_at).date() for s in stretches)
    ends = [_local(s.to_at).date() for s in stretches] + ([_local(due).date()] if due else [])
    days = _days(first, max(*ends, today))
    due_day = _local(due).date() if due else None
    labels = tuple(_label(day, days, today, due_day, day in rest_days) for day in days)
    pieces = tuple(_merge(_piece(s, first) for s in stretches))
    return Strip(labels, pieces, _x(due, first) if due else None)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(SEOUL)


def _days(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _x(moment: datetime, first: date) -> int:
    local = _local(moment)
    hours = local.hour + local.minute / 60
    inside = min(max((hours - OPENS) / (CLOSES - OPENS), 0.0), 1.0)
    return round(COLUMN * ((local.date() - first).days + inside))


def _piece(stretch: Stretch, first: date) -> Piece:
    start = _x(stretch.from_at, first)
    return Piece(start, max(_x(stretch.to_at, first) - start, 0), stretch.kind)


def _merge(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece, so that the stripes run through."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and last.kind == piece.kind and last.x + last.width >= piece.x:
            merged[-1] = Piece(last.x, piece.x + piece.width - last.x, last.kind)
        elif piece.width:
            merged.append(piece)
    return merged


def _label(day: date, days: Sequence[date], today: date, due: date | None, rests: bool) -> Day:
    states = {
        "is-rest": rests or day.weekday() >= 5,
        "is-today": day == today,
        "is-due": day == due,
        "is-shown": len(days) <= LABELLED or day in (days[0], days[-1], today, due) or day.weekday() == 0,
    }
    word = "오늘" if day == today else "기한" if day == due else WEEKDAYS[day.weekday()]
    return Day(day.day, word, " ".join(name for name, holds in states.items() if holds))
