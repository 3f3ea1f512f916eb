"""How long a record is kept, and when it moves to the records centre. Pure.

공공기록물법 시행령 §26 (the seven periods, counted from the next 1 January) and §32 (hand-over, year by year).
"""

from datetime import date
from enum import StrEnum


class Period(StrEnum):
    """보존기간 (공공기록물법 시행령 §26①)."""

    ONE = "1년"
    THREE = "3년"
    FIVE = "5년"
    TEN = "10년"
    THIRTY = "30년"
    SEMI_PERMANENT = "준영구"
    PERMANENT = "영구"

    @property
    def years(self) -> int | None:
        """None: without an end of its own."""
        return int(self.value.removesuffix("년")) if self.value.endswith("년") else None

    @property
    def ends_here(self) -> bool:
        """Shorter than 30 years; longer ones go on to the archives (공공기록물법 시행령 §30②)."""
        return self.years is not None and self.years < 30


def begins(finished_on: date) -> date:
    """1 January after the year in which it was finished (공공기록물법 시행령 §26③)."""
    return date(finished_on.year + 1, 1, 1)


def last_day(finished_on: date, period: Period) -> date | None:
    """The last day it must be kept; None for ever."""
    if period.years is None:
        return None
    return date(finished_on.year + period.years, 12, 31)


def hand_over_from(finished_on: date, years_in_use: int = 0) -> date:
    """From this day it is due for the records centre.

    Each year that of the year before (공공기록물법 시행령 §32①); while it is needed in the work, up to 10 years
    later (§32③).
    """
    if not 0 <= years_in_use <= 10:
        raise ValueError(f"{years_in_use} years: at most 10 (공공기록물법 시행령 §32③)")
    start = begins(finished_on)
    return date(start.year + years_in_use, 1, 1)
