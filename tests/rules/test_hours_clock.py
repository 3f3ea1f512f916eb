"""Immediate affairs and periods of up to five days are counted in working hours (민원처리법 §19①)."""

import pytest

from eok.rules.periods import Period
from tests.rules.given import IMMEDIATE, days, due, hours

IMMEDIATE_CASES = [  # 민원처리법 시행령 §19: 3근무시간
    ("2026-11-23 09:00", "2026-11-23 12:00", "a morning"),
    ("2026-11-23 10:30", "2026-11-23 14:30", "over lunch"),
    ("2026-11-23 16:00", "2026-11-24 10:00", "over night"),
    ("2026-12-24 17:00", "2026-12-28 11:00", "over 성탄절 and a weekend"),
    ("2026-11-23 08:59:59", "2026-11-23 12:00", "filed a second early"),
    ("2026-11-23 15:00", "2026-11-23 18:00", "ends with the day, not at the next 09:00"),
]

HOUR_CASES = [  # 민원처리법 §19①
    (hours(4), "2026-11-24 11:00", "2026-11-24 16:00", "over lunch"),
    (hours(16), "2026-11-26 10:00", "2026-11-30 10:00", "over a weekend"),
    (hours(1), "2026-11-28 11:00", "2026-11-30 10:00", "filed on a Saturday"),
    (hours(1), "2026-11-23 17:59:30", "2026-11-24 09:59:30", "half a minute before closing"),
    (hours(3), "2026-11-23 12:30", "2026-11-23 16:00", "filed at lunch"),
]

DAY_CASES = [  # 민원처리법 §19①: 1일은 8근무시간
    (days(1), "2026-11-27 12:00", "2026-11-30 12:00", "filed as lunch begins"),
    (days(2), "2026-06-02 13:00", "2026-06-05 12:00", "선거일 2026-06-03"),
    (days(3), "2026-11-18 10:12", "2026-11-23 10:12", "over a weekend"),
    (days(5), "2026-12-24 09:00", "2026-12-31 18:00", "성탄절, up to the last minute of the year"),
    (days(5), "2026-12-24 09:01", "2027-01-04 09:01", "one minute into the new year"),
    (days(5), "2026-05-22 14:00", "2026-06-01 14:00", "substitute of 부처님 오신 날"),
    (days(4), "2026-10-02 09:00", "2026-10-08 18:00", "substitute of 개천절"),
    (days(3), "2026-07-16 11:00", "2026-07-22 11:00", "제헌절 is closed from 2026"),
    (days(3), "2025-07-16 11:00", "2025-07-21 11:00", "제헌절 2025 was a working day"),
    (days(1), "2025-10-02 17:30", "2025-10-10 17:30", "추석 2025, seven days closed"),
    (days(2), "2028-09-29 15:00", "2028-10-10 15:00", "추석 on 개천절: substitute 10-05; 한글날"),
    (days(1), "2024-09-30 09:00", "2024-09-30 18:00", "one whole working day"),
    (days(2), "2024-09-30 18:00", "2024-10-04 18:00", "filed at closing; 임시공휴일 10-01, 개천절"),
]


@pytest.mark.parametrize(("filed", "expected", "why"), IMMEDIATE_CASES)
def test_immediate(filed: str, expected: str, why: str) -> None:
    assert due(IMMEDIATE, filed) == expected, why


@pytest.mark.parametrize(("period", "filed", "expected", "why"), HOUR_CASES + DAY_CASES)
def test_working_hours(period: Period, filed: str, expected: str, why: str) -> None:
    assert due(period, filed) == expected, why
