"""The day to file by: after an event, before an act, over rest days and the ends of months."""

from datetime import date

import pytest

from eok.offices.calendar import calendar
from eok.rules import deadline
from eok.rules.periods import Period


@pytest.mark.parametrize(
    ("event", "period", "last"),
    [
        (date(2026, 10, 23), Period(30, "days"), date(2026, 11, 23)),  # 11-22 is a Sunday (민법 §161)
        (date(2026, 11, 9), Period(15, "days"), date(2026, 11, 24)),  # the day itself is out (민법 §157)
        (
            date(2026, 1, 31),
            Period(1, "months"),
            date(2026, 3, 3),
        ),  # 2-28 is a Saturday, 3-1 and 3-2 are holidays
        (date(2026, 9, 17), Period(1, "weeks"), date(2026, 9, 28)),  # 추석: 9-24 to 9-27
    ],
)
def test_so_long_after_an_event(event: date, period: Period, last: date) -> None:
    found = deadline.after(event, period, calendar(), filed_on=last)

    assert found.last_on == last and found.days_late == 0 and found.days_left == 0
    assert found.lines[-1].kind == "total"


@pytest.mark.parametrize(
    ("act", "days", "last"),
    [
        (date(2026, 12, 1), 0, date(2026, 12, 1)),  # before work begins on that day
        (date(2026, 12, 1), 5, date(2026, 11, 25)),  # 11-26 … 11-30 are five whole days between
        (
            date(2026, 11, 28),
            5,
            date(2026, 11, 22),
        ),  # a Sunday stays: 민법 §161 is about the end of a running period
    ],
)
def test_so_many_days_before_an_act(act: date, days: int, last: date) -> None:
    found = deadline.before(act, days, filed_on=last)

    assert (found.last_on, found.days_late) == (last, 0)


def test_a_day_too_late_is_one_day_late_and_a_day_before_has_one_left() -> None:
    filed = (date(2026, 11, 24), date(2026, 11, 26))

    early, late = (deadline.before(date(2026, 12, 1), 5, filed_on=day) for day in filed)

    assert (early.days_left, early.days_late, late.days_left, late.days_late) == (1, 0, 0, 1)
