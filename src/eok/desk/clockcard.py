"""The clock of a case beside its work: the date, the strip, the sum line by line, and how it came to be."""

from dataclasses import dataclass
from datetime import datetime

from eok.casework import clockwork, strips
from eok.casework.models import Case
from eok.core import clock
from eok.krds import filters, strip
from eok.rules.clock import ClockReading


@dataclass(frozen=True)
class ClockCard:
    reading: ClockReading
    left: str
    """2일 6시간 남음, 1시간 지남; empty while it stands."""
    late: bool
    moved_from: datetime | None
    """The first due time, when a pause or an extension moved it."""
    if_supplied: datetime | None
    """Due time, were the supplement to arrive now."""
    strip: strip.Strip | None
    legend: dict[str, str]


def card(case: Case) -> ClockCard:
    reading = clockwork.reading(case)
    waits = case.state == "supplement"
    now = clock.now()
    supplied = clockwork.if_supplied(case, now) if waits else None
    moved = reading.first_due_at if reading.due_at and reading.first_due_at != reading.due_at else None
    return ClockCard(
        reading=reading,
        left=left(reading.due_at, now) if reading.due_at else "",
        late=bool(reading.due_at and reading.due_at < now),
        moved_from=moved,
        if_supplied=supplied.due_at if supplied else None,
        strip=strips.of(supplied or reading),
        legend=strips.legend(supplied or reading, stopped="뺀 날"),
    )


def left(due_at: datetime, now: datetime) -> str:
    """Working time left or passed, in words."""
    minutes = clockwork.working_minutes(min(now, due_at), max(now, due_at))
    return filters.left_ko(minutes if due_at >= now else -minutes)
