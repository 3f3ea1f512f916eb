"""Fees after a reduction, and what is kept of one that goes back; whole won, tens for who pays."""

import pytest

from eok.rules import fees
from eok.rules.fees import Ground


@pytest.mark.parametrize(
    ("full", "grounds", "owed", "counted"),
    [
        (28_000, [], 28_000, None),
        (28_000, [Ground("online", percent=10)], 25_200, "online"),
        (5_300, [Ground("online", percent=10)], 4_770, "online"),
        (5_305, [Ground("online", percent=10)], 4_770, "online"),
        (5_300, [Ground("half", percent=50), Ground("online", percent=10)], 2_650, "half"),
        (5_300, [Ground("small", won=300), Ground("none", won=0)], 5_000, "small"),
        (5_300, [Ground("all", percent=100)], 0, "all"),
        (5_300, [Ground("more", won=9_000)], 0, "more"),
        (0, [Ground("half", percent=50)], 0, None),
    ],
)
def test_the_best_ground_counts_once(
    full: int, grounds: list[Ground], owed: int, counted: str | None
) -> None:
    found = fees.reduced(full, grounds)

    assert (found.won, found.ground.id if found.ground else None) == (owed, counted)


@pytest.mark.parametrize(
    ("paid", "percent", "kept"),
    [(5_300, 100, 0), (5_300, 0, 5_300), (5_300, 50, 2_650), (5_310, 50, 2_650), (0, 50, 0), (7, 50, 0)],
)
def test_what_is_kept_is_whole_tens(paid: int, percent: int, kept: int) -> None:
    assert fees.kept(paid, percent) == kept


@pytest.mark.parametrize(
    ("own", "may"), [(5_000, True), (15_000, True), (10_000, True), (4_999, False), (15_001, False)]
)
def test_an_ordinance_moves_a_standard_by_half(own: int, may: bool) -> None:
    assert fees.within_half(10_000, own) is may
