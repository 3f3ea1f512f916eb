"""Periods of six days and more are counted in days, the first one included (민원처리법 §19②)."""

import pytest

from eok.rules.periods import Mode
from tests.rules.given import days, due

CASES = [
    (6, "2026-11-20 17:59", "2026-11-27", "a minute before closing is still day one"),
    (6, "2026-11-20 18:00", "2026-11-30", "at closing the office is shut: Monday is day one"),
    (7, "2026-12-23 10:00", "2027-01-04", "성탄절 and New Year"),
    (10, "2027-02-01 10:00", "2027-02-16", "설날 2027 is 2-7, substitute 2-9"),
    (14, "2026-04-27 09:00", "2026-05-18", "노동절 is closed from 2026"),
    (
        14,
        "2025-04-28 09:00",
        "2025-05-19",
        "1 May 2025 was a working day; two holidays on 5-5, one substitute",
    ),
    (20, "2026-09-01 09:00", "2026-09-30", "추석 2026; its Saturday has no substitute"),
    (30, "2024-08-29 09:00", "2024-10-17", "추석, 임시공휴일, 개천절, 한글날 2024"),
    (8, "2025-05-27 11:00", "2025-06-09", "임시공휴일 6-3 and 현충일"),
    (6, "2028-09-29 09:00", "2028-10-13", "추석 on 개천절"),
    (10, "2024-04-05 09:00", "2024-04-19", "국회의원 선거일"),
]


@pytest.mark.parametrize(("length", "filed", "expected", "why"), CASES)
def test_days(length: int, filed: str, expected: str, why: str) -> None:
    assert due(days(length), filed) == expected, why


def test_five_days_are_hours_and_six_are_days() -> None:
    assert days(5).mode is Mode.HOURS
    assert days(6).mode is Mode.DAYS


def test_a_longer_period_never_ends_earlier_at_the_border() -> None:
    assert due(days(5), "2026-11-23 10:00") == "2026-11-30 10:00"
    assert due(days(6), "2026-11-23 10:00") == "2026-11-30"  # the end of that day (reading R23)
