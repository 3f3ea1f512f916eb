"""수수료: what is owed after a reduction, and what is given back. Whole won.

The law leaves amounts to tables outside its text (식품위생법 시행규칙 §97①) and to ordinances (지방자치법 §156①). Not
found in any statute read, and so readings of ours, 미확인: that of several grounds one counts, the best for who pays;
that fractions of ten won are dropped for who pays; how much is given back (`shares` of the district's rule).
"""

from collections.abc import Sequence
from dataclasses import dataclass

TEN_WON = 10
HALF = 2
"""지방자치법 §156①: an ordinance may move a standard amount by 50 percent."""


@dataclass(frozen=True)
class Ground:
    """A reduction somebody has a right to: percent or won, not both."""

    id: str
    percent: int = 0
    won: int = 0


@dataclass(frozen=True)
class Reduced:
    won: int
    ground: Ground | None
    """The one that counted; None: the fee is whole."""


def reduced(full_won: int, grounds: Sequence[Ground]) -> Reduced:
    """What is left to pay, by the ground that takes off most."""
    best = Reduced(full_won, None)
    for ground in grounds:
        left = _left(full_won, ground)
        if left < best.won:
            best = Reduced(left, ground)
    return best


def _left(full_won: int, ground: Ground) -> int:
    if ground.percent:
        return down_to_ten(full_won * (100 - ground.percent) // 100)
    return max(0, full_won - ground.won)


def kept(paid_won: int, back_percent: int) -> int:
    """What the office keeps when so many percent go back; the rest is the refund."""
    return down_to_ten(paid_won * (100 - back_percent) // 100)


def down_to_ten(won: int) -> int:
    """15 원 is asked as 10 원."""
    return won - won % TEN_WON


def within_half(standard_won: int, own_won: int) -> bool:
    """Whether an ordinance may set this amount (지방자치법 §156①)."""
    return abs(own_won - standard_won) * HALF <= standard_won
