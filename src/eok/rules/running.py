"""Runs the clock through what happened: pauses, extensions, and what came too late to move it.

Law: 민원처리법 시행령 §20 (time not counted), §21 (extension). What happens after the last moment does not bring
the period back: it stays overdue (reading R11), and an extension is decided before it ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from eok.rules.calendar import SEOUL, Calendar
from eok.rules.counting import Count, count
from eok.rules.exclusions import OUTAGE, OUTAGES_SINCE, Excluded, Excluding, Span
from eok.rules.periods import Period


@dataclass(frozen=True)
class Mark:
    """Something that moves the clock."""

    at: datetime
    kind: Literal["stop", "go", "extend"]
    cause: str = ""
    """Of a stop and of its end: a cause of `exclusions`."""
    by: Period | None = None
    """Length of an extension."""


@dataclass(frozen=True)
class Running:
    """How an accepted case ran."""

    marks: tuple[Mark, ...]
    """Those that came in time, oldest first."""
    extensions: tuple[Period, ...]
    out: Excluded
    count: Count
    """Up to the due time; what goes on now is not in it (see `out.halt`)."""


@dataclass(frozen=True)
class Clock:
    """A period that begins at a working instant, with the readings and the calendar it is counted by."""

    period: Period
    start: datetime
    excluding: Excluding
    calendar: Calendar

    def run(self, marks: Sequence[Mark]) -> Running:
        """marks: oldest first. Raises PeriodError."""
        kept: list[Mark] = []
        running = self._walk(kept)
        for mark in marks:
            if mark.kind != "go" and mark.at > running.count.due_at:
                running = self._walk(kept)
                if running.out.halt is None and mark.at > running.count.due_at:
                    continue
            kept.append(mark)
        return self._walk(kept) if kept else running

    def _walk(self, marks: Sequence[Mark]) -> Running:
        extensions = tuple(mark.by for mark in marks if mark.by)
        out = self.excluding(_spans(marks), self.calendar)
        walked = count(self.start, self.period, extensions, out, self.calendar)
        return Running(tuple(marks), extensions, out, walked)


def _spans(marks: Sequence[Mark]) -> list[Span]:
    """Pair stops with their ends by cause; an outage that began before 2026-05-06 does not count."""
    open_: dict[str, datetime] = {}
    spans: list[Span] = []
    for mark in marks:
        if mark.kind == "stop":
            open_.setdefault(
                mark.cause, mark.at
            )  # a second demand goes on with the first pause (reading R28)
        elif mark.kind == "go" and mark.cause in open_:
            spans.append(Span(mark.cause, open_.pop(mark.cause), mark.at))
    spans += [Span(cause, at, None) for cause, at in open_.items()]
    return [s for s in spans if s.cause != OUTAGE or s.start.astimezone(SEOUL).date() >= OUTAGES_SINCE]
