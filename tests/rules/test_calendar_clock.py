"""Weeks, months and years go by the calendar, the first day included (민원처리법 §19③, 민법 §§159–161)."""

import pytest

from eok.rules.periods import Period
from tests.rules.given import due, months, weeks

CASES = [
    (weeks(1), "2026-11-23 10:00", "2026-11-30", "last day a Sunday: 민법 §161"),
    (weeks(3), "2026-12-04 10:00", "2026-12-24", "weekends inside are counted"),
    (weeks(3), "2026-12-05 10:00", "2026-12-28", "filed on a Saturday; last day a Sunday"),
    (months(1), "2026-11-24 10:00", "2026-12-23", "the day before the corresponding day: 민법 §160②"),
    (months(1), "2026-11-26 10:00", "2026-12-28", "last day 성탄절, then a weekend"),
    (months(1), "2027-01-29 10:00", "2027-03-02", "no 29 February: 2-28, a Sunday; 3·1절 a Monday"),
    (months(1), "2028-01-31 10:00", "2028-02-29", "no 31 February: the month's last day, 민법 §160③"),
    (months(3), "2026-11-30 10:00", "2027-03-02", "no 30 February: Sunday 2-28, then 3·1절"),
    (months(6), "2026-12-01 10:00", "2027-05-31", "the first of a month ends with a month"),
    (months(12), "2027-03-03 10:00", "2028-03-02", "a year"),
    (months(1), "2026-12-02 10:00", "2027-01-04", "last day 1 January, a Friday"),
    (months(2), "2026-08-04 10:00", "2026-10-06", "last day 개천절, a Saturday, with a substitute"),
    (months(12), "2026-12-31 10:00", "2027-12-30", "31 December to 30 December"),
]


@pytest.mark.parametrize(("period", "filed", "expected", "why"), CASES)
def test_calendar(period: Period, filed: str, expected: str, why: str) -> None:
    assert due(period, filed) == expected, why
