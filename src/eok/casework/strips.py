"""A reading of the clock as pages draw it: calendar days, and what the colours stand for."""

from eok.core import clock
from eok.krds import filters, strip
from eok.rules.clock import ClockReading


def of(reading: ClockReading) -> strip.Strip | None:
    """The clock as calendar days; none before acceptance and after a decision."""
    stretches = [strip.Stretch(s.from_at, s.to_at, s.kind) for s in reading.stretches]
    if not stretches:
        return None
    return strip.build(stretches, today=clock.seoul_now().date(), due=reading.due_at)


def legend(reading: ClockReading, *, stopped: str) -> dict[str, str]:
    """stopped: the word for days that do not count."""
    used, left = filters.hours_ko(reading.used_minutes), filters.hours_ko(reading.remaining_minutes)
    return {"used": f"쓴 시간 {used}", "stopped": stopped, "left": f"남은 시간 {left}"}
