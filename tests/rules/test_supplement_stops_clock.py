"""While a supplement is due the clock stands, the days of sending and of arrival included.

Law: 민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호. `by_instant` is the other reading (R7).
"""

import pytest

from eok.rules.clock import Policy
from eok.rules.periods import Period
from tests.rules.given import IMMEDIATE, days, due, happened, months, reading, told, weeks

CASES = [
    (
        days(3),
        "2026-11-18 10:12",
        "2026-11-19 09:40",
        "2026-11-23 14:00",
        "2026-11-26 10:12",
        "2026-11-25 14:32",
    ),
    (
        days(3),
        "2026-11-17 21:40",
        "2026-11-18 15:40",
        "2026-11-23 16:10",
        "2026-11-26 18:00",
        "2026-11-26 09:30",
    ),
    (
        days(5),
        "2026-12-21 09:00",
        "2026-12-22 11:00",
        "2026-12-24 15:00",
        "2026-12-31 18:00",
        "2026-12-31 12:00",
    ),
    (
        IMMEDIATE,
        "2026-11-27 16:00",
        "2026-11-27 17:00",
        "2026-11-28 20:00",
        "2026-11-30 12:00",
        "2026-11-30 11:00",
    ),
    (days(10), "2026-11-23 10:00", "2026-11-27 10:00", "2026-12-06 20:00", "2026-12-14", "2026-12-14"),
    (days(10), "2026-11-23 10:00", "2026-12-04 09:00", "2026-12-04 17:00", "2026-12-07", "2026-12-07"),
    (weeks(2), "2026-11-23 10:00", "2026-11-26 10:00", "2026-11-30 10:00", "2026-12-11", "2026-12-11"),
    (months(1), "2026-11-24 10:00", "2026-12-01 10:00", "2026-12-10 10:00", "2027-01-04", "2027-01-04"),
]


def supplement(requested: str, received: str) -> list[tuple[str, str]]:
    return [(requested, "supplement_requested"), (received, "supplement_received")]


@pytest.mark.parametrize(("period", "filed", "requested", "received", "whole_days", "by_instant"), CASES)
def test_supplement(
    period: Period, filed: str, requested: str, received: str, whole_days: str, by_instant: str
) -> None:
    events = happened(*supplement(requested, received))

    assert told(reading(period, filed, events).due_at) == whole_days
    assert told(reading(period, filed, events, Policy(by_instant=True)).due_at) == by_instant


def test_two_supplements_that_share_a_day_leave_it_out_once() -> None:
    first = supplement("2026-11-25 10:00", "2026-11-27 10:00")
    second = supplement("2026-11-27 15:00", "2026-11-30 10:00")

    assert due(days(10), "2026-11-23 10:00", *first, *second) == "2026-12-10"  # reading R27


def test_a_supplement_outside_working_days_costs_nothing() -> None:
    weekend = supplement("2026-11-28 10:00", "2026-11-29 10:00")

    assert due(days(10), "2026-11-23 10:00", *weekend) == "2026-12-04"
    assert due(days(3), "2026-11-27 10:00", *weekend) == "2026-12-02 10:00"


def test_requested_on_the_first_day_that_day_is_out_too() -> None:
    requested = supplement("2026-11-23 15:00", "2026-11-25 10:00")

    assert due(days(7), "2026-11-23 10:00", *requested) == "2026-12-04"  # reading R21


def test_while_it_is_outstanding_there_is_no_due_time() -> None:
    now = reading(days(3), "2026-11-18 10:12", happened(("2026-11-19 09:40", "supplement_requested")))

    assert (now.status, now.due_at, now.due_date, now.deemed_on) == ("paused", None, None, None)


def test_a_second_demand_stops_it_again() -> None:
    events = happened(
        *supplement("2026-11-24 10:00", "2026-11-25 10:00"), ("2026-11-26 10:00", "supplement_requested")
    )

    assert reading(days(10), "2026-11-23 10:00", events).status == "paused"


def test_a_demand_after_the_last_moment_does_not_bring_the_period_back() -> None:
    late = [("2026-11-24 14:00", "supplement_requested"), ("2026-11-26 10:00", "supplement_received")]

    assert due(days(1), "2026-11-23 10:00", *late) == "2026-11-24 10:00"  # reading R11
    assert due(days(1), "2026-11-23 10:00", late[0]) == "2026-11-24 10:00"
    assert due(days(6), "2026-11-23 10:00", ("2026-12-01 09:00", "supplement_requested")) == "2026-11-30"


def test_a_demand_just_before_the_last_moment_does_stop_it() -> None:
    just = supplement("2026-11-24 09:59", "2026-11-24 17:00")

    assert due(days(1), "2026-11-23 10:00", *just) == "2026-11-25 10:00"


def test_a_demand_on_the_day_the_end_moved_to_stops_it() -> None:
    """A week from Monday ends on a Sunday, so on Monday the 30th (민법 §161): that day still runs."""
    moved = supplement("2026-11-30 10:00", "2026-12-02 10:00")

    assert due(weeks(1), "2026-11-23 10:00", *moved) == "2026-12-03"
