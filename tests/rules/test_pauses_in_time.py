"""What goes on now, seen from each way of counting: from where nothing counts (행정절차법 시행령 §11)."""

import pytest

from eok.rules.clock import Policy
from eok.rules.periods import Period
from tests.rules.given import Event, days, due, happened, reading

HALTS = [
    (days(3), "supplement_requested", "2026-11-24 11:00", Policy(), 7 * 60),
    (days(3), "supplement_requested", "2026-11-24 11:00", Policy(by_instant=True), 9 * 60),
    (days(3), "hearing_started", "2026-11-24 11:00", Policy(), 15 * 60),
    (days(3), "hearing_started", "2026-11-24 11:00", Policy(others_from_next_day=False), 7 * 60),
    (days(3), "outage_started", "2026-11-24 11:00", Policy(), 9 * 60),
    (days(6), "supplement_requested", "2026-11-24 11:00", Policy(by_instant=True), 480),
    (days(6), "inspection_started", "2026-11-24 11:00", Policy(), 2 * 480),
    (days(6), "outage_started", "2026-11-24 11:00", Policy(), 2 * 480),
    (days(6), "outage_started", "2026-11-24 09:00", Policy(), 480),
    (days(6), "outage_started", "2026-11-28 11:00", Policy(), 5 * 480),
]


@pytest.mark.parametrize(("period", "event", "since", "policy", "used"), HALTS)
def test_used_before_it_stopped(period: Period, event: str, since: str, policy: Policy, used: int) -> None:
    stopped = reading(period, "2026-11-23 10:00", happened((since, event)), policy)

    assert (stopped.status, stopped.used_minutes) == ("paused", used)


def test_other_causes_from_their_first_day() -> None:
    hearing = happened(("2026-11-24 10:00", "hearing_started"), ("2026-11-26 10:00", "hearing_finished"))

    later = reading(days(6), "2026-11-23 10:00", hearing, Policy(others_from_next_day=True))
    at_once = reading(days(6), "2026-11-23 10:00", hearing, Policy(others_from_next_day=False))

    assert (str(later.due_date), str(at_once.due_date)) == ("2026-12-02", "2026-12-03")  # reading R8


def test_an_end_without_a_start_changes_nothing() -> None:
    assert due(days(3), "2026-11-23 10:00", ("2026-11-24 10:00", "supplement_received")) == "2026-11-26 10:00"


def test_a_second_demand_while_the_first_is_open_waits_for_one_answer() -> None:
    events = [
        ("2026-11-24 10:00", "supplement_requested"),
        ("2026-11-26 10:00", "supplement_requested"),
        ("2026-11-27 10:00", "supplement_received"),
    ]

    assert due(days(6), "2026-11-23 10:00", *events) == "2026-12-04"  # 24–27 are out


def test_one_cause_over_another_still_goes_on() -> None:
    events = [
        ("2026-11-24 10:00", "supplement_requested"),
        ("2026-11-25 10:00", "hearing_started"),
        ("2026-11-26 10:00", "supplement_received"),
    ]

    assert reading(days(6), "2026-11-23 10:00", happened(*events)).status == "paused"


def test_a_demand_during_a_pause_is_never_too_late() -> None:
    events = [
        ("2026-11-24 10:00", "hearing_started"),
        ("2026-12-14 10:00", "supplement_requested"),
        ("2026-12-15 10:00", "hearing_finished"),
        ("2026-12-17 10:00", "supplement_received"),
    ]

    assert due(days(6), "2026-11-23 10:00", *events) == "2026-12-23"  # 11-25 to 12-17 are out


def test_a_demand_after_the_first_end_but_within_the_extension_counts() -> None:
    events: list[Event] = [
        ("2026-11-30 10:00", "extended", days(6)),
        ("2026-12-02 10:00", "supplement_requested"),
        ("2026-12-03 10:00", "supplement_received"),
    ]

    assert due(days(6), "2026-11-23 10:00", *events) == "2026-12-10"


def test_an_extension_decided_too_late_does_not_count() -> None:
    late = ("2026-12-01 10:00", "extended", days(6))

    assert due(days(6), "2026-11-23 10:00", late) == "2026-11-30"


def test_at_the_very_last_moment_it_still_counts() -> None:
    assert due(days(1), "2026-11-23 10:00", ("2026-11-24 10:00", "extended", days(1))) == "2026-11-25 10:00"
