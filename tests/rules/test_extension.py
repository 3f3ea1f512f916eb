"""Extending the period: by at most its own length, once, and once more with consent (민원처리법 시행령 §21①)."""

import pytest

from eok.rules.periods import Period
from tests.rules.given import IMMEDIATE, Event, days, due, months, weeks

CASES = [
    (days(3), "2026-11-23 11:00", [days(2)], "2026-11-30 11:00", "two days are 16 working hours"),
    (days(5), "2026-11-23 10:00", [days(5)], "2026-12-07 10:00", "5 + 5 days stay hours (reading R9)"),
    (IMMEDIATE, "2026-11-23 15:00", [IMMEDIATE], "2026-11-24 12:00", "3 + 3 working hours (reading R22)"),
    (days(10), "2026-11-23 10:00", [days(10)], "2026-12-18", "as long again"),
    (days(7), "2026-11-23 10:00", [days(7), days(7)], "2026-12-21", "twice, the second with consent"),
    (
        weeks(1),
        "2026-11-23 10:00",
        [weeks(1)],
        "2026-12-07",
        "from the day after the moved end (reading R20)",
    ),
    (
        months(1),
        "2026-11-26 10:00",
        [months(1)],
        "2027-01-28",
        "from 12-29, after the end that moved to 12-28",
    ),
    (months(1), "2026-11-26 10:00", [days(10)], "2027-01-07", "ten calendar days from 12-29"),
]


@pytest.mark.parametrize(("period", "filed", "by", "expected", "why"), CASES)
def test_extension(period: Period, filed: str, by: list[Period], expected: str, why: str) -> None:
    extended = [("2026-11-23 17:00", "extended", length) for length in by]

    assert due(period, filed, *extended) == expected, why


def test_an_extension_and_a_supplement_add_up() -> None:
    events: list[Event] = [
        ("2026-11-25 10:00", "supplement_requested"),
        ("2026-11-26 10:00", "supplement_received"),
        ("2026-12-07 10:00", "extended", days(5)),
    ]

    assert due(days(10), "2026-11-23 10:00", *events) == "2026-12-15"


def test_days_out_inside_the_extension_of_a_month_are_appended() -> None:
    events: list[Event] = [
        ("2026-12-28 10:00", "extended", months(1)),
        ("2027-01-04 10:00", "supplement_requested"),
        ("2027-01-06 10:00", "supplement_received"),
    ]

    assert due(months(1), "2026-11-26 10:00", *events) == "2027-02-01"  # 01-28, three days more: Sunday 01-31
