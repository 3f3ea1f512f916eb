"""Ten days to answer a demand about one's own data, counted as the civil code counts (개인정보 보호법 시행령 §41④)."""

from datetime import date

import pytest

from eok.rules.calendar import Calendar
from eok.rules.disclosure import answer_due, may_postpone

CALENDAR = Calendar("test", {date(2026, 12, 25): "성탄절"})


@pytest.mark.parametrize(
    ("received", "due", "law"),
    [
        (
            date(2026, 11, 23),
            date(2026, 12, 3),
            "개인정보 보호법 시행령 §41④; 민법 §157: the day itself is out",
        ),
        (date(2026, 11, 25), date(2026, 12, 7), "민법 §161: 12-05 is a Saturday, 12-06 a Sunday"),
        (date(2026, 12, 15), date(2026, 12, 28), "민법 §161: 12-25 is a holiday before a weekend"),
        (date(2026, 11, 28), date(2026, 12, 8), "a Saturday is a day it can arrive on"),
    ],
)
def test_the_last_day(received: date, due: date, law: str) -> None:
    assert answer_due(received, CALENDAR) == due, law


def test_a_postponement_is_told_within_the_same_days() -> None:
    assert may_postpone(date(2026, 11, 23), date(2026, 12, 3), CALENDAR)
    assert not may_postpone(date(2026, 11, 23), date(2026, 12, 4), CALENDAR)
