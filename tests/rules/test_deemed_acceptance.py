"""Where a single law deems a report accepted, it is on the calendar day after the last one (reading R29)."""

from datetime import date

import pytest

from eok.rules.periods import Period
from tests.rules.given import days, reading

CASES = [  # 식품위생법 §37⑫⑬, 고압가스법 §4③④, 옥외광고물법 §3⑧⑩
    (days(3), "2026-11-23 10:00", date(2026, 11, 27), "due Thursday, deemed Friday"),
    (days(3), "2026-11-24 10:00", date(2026, 11, 28), "due Friday, deemed on a Saturday"),
    (days(2), "2026-12-23 09:00", date(2026, 12, 25), "due 12-24, deemed on 성탄절"),
    (days(10), "2026-11-23 10:00", date(2026, 12, 5), "due 12-04, deemed on a Saturday"),
]


@pytest.mark.parametrize(("period", "filed", "expected", "why"), CASES)
def test_deemed_on(period: Period, filed: str, expected: date, why: str) -> None:
    assert reading(period, filed).deemed_on == expected, why
