"""Citizens' and decision periods: the first day out, the last one moved (행정기본법 §6①, 민법 §§157, 159–161)."""

from datetime import date

import pytest

from eok.rules.clock import read_civil
from eok.rules.periods import Period, civil_due, latest_before, remind_before
from tests.rules.given import CALENDAR, at, days, months, told, weeks

CASES = [
    (days(60), date(2026, 11, 23), date(2027, 1, 22), "민원처리법 §35①"),
    (days(10), date(2026, 11, 19), date(2026, 11, 30), "민원처리법 시행령 §24④; Sunday"),
    (days(7), date(2026, 12, 18), date(2026, 12, 28), "성탄절, then a weekend"),
    (days(15), date(2026, 12, 17), date(2027, 1, 4), "전자상거래법 시행령 §16①; 1 January"),
    (months(1), date(2026, 11, 30), date(2026, 12, 31), "starts on 12-01"),
    (months(1), date(2027, 1, 31), date(2027, 3, 2), "February ends on a Sunday, then 3·1절"),
    (days(90), date(2026, 11, 23), date(2027, 2, 22), "행정심판법 §27①; Sunday"),
    (weeks(2), date(2026, 12, 11), date(2026, 12, 28), "성탄절"),
    (days(30), date(2026, 9, 4), date(2026, 10, 6), "Sunday, then a substitute"),
    (months(12), date(2026, 12, 31), date(2027, 12, 31), "a year from New Year's Day"),
]


@pytest.mark.parametrize(("period", "event", "expected", "why"), CASES)
def test_civil_due(period: Period, event: date, expected: date, why: str) -> None:
    assert civil_due(event, period, CALENDAR) == expected, why


def test_a_civil_reading_runs_to_the_end_of_its_last_day() -> None:
    reading = read_civil(days(10), at("2026-11-19 09:40"), CALENDAR)

    assert (told(reading.accepted_at), told(reading.due_at)) == ("2026-11-19 09:40", "2026-11-30")
    assert (reading.status, reading.accept_by, reading.accept_breach) == ("running", None, False)
    assert (reading.period, told(reading.first_due_at)) == (days(10), "2026-11-30")


def test_a_moment_abroad_belongs_to_its_day_in_seoul() -> None:
    reading = read_civil(days(10), at("2026-11-20 08:00").astimezone(tz=None), CALENDAR)

    assert reading.due_date == date(2026, 11, 30)


def test_days_before_an_act_are_full_days_between() -> None:
    assert latest_before(date(2026, 12, 14), 7) == date(2026, 12, 6)
    assert latest_before(date(2026, 12, 14), 0) == date(2026, 12, 13)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (date(2026, 12, 14), date(2026, 12, 4)),
        (date(2026, 12, 11), date(2026, 12, 3)),
        (date(2027, 1, 5), date(2026, 12, 28)),
        (date(2026, 12, 13), date(2026, 12, 4)),
    ],
)
def test_the_reminder_comes_on_the_last_working_day_before(act: date, expected: date) -> None:
    assert remind_before(act, 7, CALENDAR) == expected
