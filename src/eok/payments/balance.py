"""Books of one fee: what was taken, what went back, what is on its way back, what is too much. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Charge:
    """Money taken, and what of it is still with us."""

    id: str
    """Of the visit; empty: at the counter."""
    won: int
    right: bool
    """It was the amount owed."""
    back_won: int
    """Given back or on its way."""

    @property
    def left_won(self) -> int:
        return max(0, self.won - self.back_won)


@dataclass(frozen=True)
class GivingBack:
    charge_id: str
    won: int


def is_paid(charges: Sequence[Charge]) -> bool:
    return any(charge.right for charge in charges)


def surplus(charges: Sequence[Charge], keep_won: int) -> tuple[GivingBack, ...]:
    """What must go back so that no more than `keep_won` stays.

    The odd goes first, then what the gateway gives back by itself, of these the later.
    Nothing stays of a fee that was never paid rightly: another amount than owed goes back whole.
    """
    too_much = sum(charge.left_won for charge in charges) - (keep_won if is_paid(charges) else 0)
    found: list[GivingBack] = []
    newest_first = list(reversed(charges))
    for charge in sorted(newest_first, key=lambda one: (one.right, not one.id)):
        part = min(charge.left_won, too_much)
        if part > 0:
            found.append(GivingBack(charge.id, part))
            too_much -= part
    return tuple(found)


def order_state(charges: Sequence[Charge], refunded_won: int, keep_won: int) -> str:
    """State of the order these books show."""
    kept = sum(charge.won for charge in charges) - refunded_won
    if not is_paid(charges):
        return "owed" if keep_won else "closed"
    if refunded_won and kept <= 0:
        return "refunded"
    paid_back = refunded_won - _surplus_of_others(charges)
    return "part_refunded" if paid_back > 0 else "paid"


def _surplus_of_others(charges: Sequence[Charge]) -> int:
    """What was taken beyond one right payment: its way back is no refund of the fee."""
    right = next((charge.won for charge in charges if charge.right), 0)
    return sum(charge.won for charge in charges) - right
