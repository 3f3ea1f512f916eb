"""What is too much goes back, the odd and the later first; what is right stays."""

import pytest

from eok.payments.balance import Charge, GivingBack, order_state, surplus


def right(name: str, back: int = 0) -> Charge:
    return Charge(name, 5_300, right=True, back_won=back)


def odd(name: str, won: int, back: int = 0) -> Charge:
    return Charge(name, won, right=False, back_won=back)


@pytest.mark.parametrize(
    ("charges", "keep", "back"),
    [
        ([], 5_300, []),
        ([right("a")], 5_300, []),
        ([right("a"), right("b")], 5_300, [("b", 5_300)]),
        ([right("a"), right("b", back=5_300)], 5_300, []),
        ([right("a"), right("")], 5_300, [("a", 5_300)]),
        ([odd("a", 6_300)], 5_300, [("a", 6_300)]),
        ([odd("a", 6_300), right("b")], 5_300, [("a", 6_300)]),
        ([right("a"), odd("b", 530)], 5_300, [("b", 530)]),
        ([right("a")], 0, [("a", 5_300)]),
        ([right("a")], 2_650, [("a", 2_650)]),
        ([right("a", back=2_650)], 2_650, []),
        ([right("a"), right("b")], 0, [("b", 5_300), ("a", 5_300)]),
        ([right("a"), right("b", back=5_300)], 1_000, [("a", 4_300)]),
    ],
)
def test_what_goes_back(charges: list[Charge], keep: int, back: list[tuple[str, int]]) -> None:
    assert surplus(charges, keep) == tuple(GivingBack(name, won) for name, won in back)


@pytest.mark.parametrize(
    ("charges", "refunded", "keep", "state"),
    [
        ([], 0, 5_300, "owed"),
        ([], 0, 0, "closed"),
        ([odd("a", 6_300)], 0, 5_300, "owed"),
        ([odd("a", 6_300, 6_300)], 6_300, 5_300, "owed"),
        ([right("a")], 0, 5_300, "paid"),
        ([right("a"), right("b", 5_300)], 5_300, 5_300, "paid"),
        ([right("a", 2_650)], 2_650, 2_650, "part_refunded"),
        ([right("a", 5_300)], 5_300, 0, "refunded"),
        ([right("a", 5_300), right("b", 5_300)], 10_600, 0, "refunded"),
    ],
)
def test_the_state_the_books_show(charges: list[Charge], refunded: int, keep: int, state: str) -> None:
    assert order_state(charges, refunded, keep) == state
