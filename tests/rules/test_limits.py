"""Limits inside the office, in working hours, and progress notices (민원처리법 시행령 §6⑧, §13, §23)."""

from datetime import date
from itertools import islice

import pytest

from eok.rules.limits import Limit, progress_notices
from tests.rules.given import CALENDAR, at, told

CASES = [
    (Limit.ACCEPT, "2026-11-28 11:00", "2026-11-30 18:00"),
    (Limit.DEMAND, "2026-11-23 10:00", "2026-11-24 10:00"),
    (Limit.HAND_OVER, "2026-11-23 11:30", "2026-11-23 13:30"),
    (Limit.HAND_OVER_FAR, "2026-11-23 16:00", "2026-11-24 10:00"),
    (Limit.SEND_BACK, "2026-11-23 09:00", "2026-11-23 12:00"),
    (Limit.TRANSFER, "2026-11-20 10:00", "2026-11-23 10:00"),
]


@pytest.mark.parametrize(("limit", "since", "expected"), CASES)
def test_until(limit: Limit, since: str, expected: str) -> None:
    assert told(limit.until(at(since), CALENDAR)) == expected


def test_each_limit_names_its_article() -> None:
    assert {limit.name: limit.law for limit in Limit} == {
        "ACCEPT": "민원처리법 시행령 §6⑧",
        "DEMAND": "민원처리법 시행규칙 §9①",
        "HAND_OVER": "민원처리법 시행령 §13①",
        "HAND_OVER_FAR": "민원처리법 시행령 §13①",
        "SEND_BACK": "민원처리법 시행령 §13②",
        "TRANSFER": "민원처리법 시행령 §13③",
    }


def test_progress_is_told_once_thirty_days_have_passed_and_again() -> None:
    assert list(islice(progress_notices(date(2026, 11, 23)), 2)) == [date(2026, 12, 24), date(2027, 1, 23)]
