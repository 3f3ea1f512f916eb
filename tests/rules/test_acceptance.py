"""Acceptance: within 8 working hours of arrival; the period runs from it (민원처리법 §17①, 시행령 §6⑧)."""

from typing import Literal

import pytest

from eok.rules.clock import Policy
from tests.rules.given import days, happened, reading, told

ARRIVALS = [
    ("2026-11-23 17:30", "2026-11-23 17:30", "2026-11-24 17:30"),
    ("2026-11-28 11:00", "2026-11-30 09:00", "2026-11-30 18:00"),
    ("2026-11-23 12:30", "2026-11-23 13:00", "2026-11-24 12:00"),
    ("2026-12-31 18:00", "2027-01-04 09:00", "2027-01-04 18:00"),
]


@pytest.mark.parametrize(("filed", "accepted", "accept_by"), ARRIVALS)
def test_a_filing_is_accepted_at_the_next_working_instant(filed: str, accepted: str, accept_by: str) -> None:
    filing = reading(days(3), filed)

    assert told(filing.accepted_at) == accepted  # reading R2
    assert told(filing.accept_by) == accept_by
    assert not filing.accept_breach


@pytest.mark.parametrize(("by_hand", "late"), [("2026-11-24 17:30", False), ("2026-11-24 17:31", True)])
def test_acceptance_by_hand_may_be_late(by_hand: str, late: bool) -> None:
    filing = reading(days(1), "2026-11-23 17:30", happened((by_hand, "accepted")))

    assert filing.accept_breach is late
    assert told(filing.accepted_at) == by_hand


def test_time_runs_from_acceptance_not_from_arrival() -> None:
    filing = reading(days(1), "2026-11-23 10:00", happened(("2026-11-24 11:00", "accepted")))

    assert told(filing.due_at) == "2026-11-25 11:00"  # reading R1


def test_accepted_on_a_saturday_by_hand_the_clock_begins_on_monday() -> None:
    filing = reading(days(1), "2026-11-27 19:00", happened(("2026-11-28 11:00", "accepted")))

    assert told(filing.accepted_at) == "2026-11-28 11:00"
    assert told(filing.due_at) == "2026-11-30 18:00"  # reading R26: extra hours do not run the clock


def test_where_people_accept_a_filing_waits() -> None:
    filing = reading(days(3), "2026-11-23 10:00", policy=Policy(acceptance="manual"))

    assert (filing.accepted_at, filing.due_at) == (None, None)
    assert told(filing.accept_by) == "2026-11-24 10:00"


def test_where_arrival_is_acceptance_the_night_hour_is_kept() -> None:
    filing = reading(days(1), "2026-11-23 20:00", policy=Policy(acceptance="arrival"))

    assert told(filing.accepted_at) == "2026-11-23 20:00"
    assert told(filing.due_at) == "2026-11-24 18:00"


def test_misfiled_elsewhere_our_own_acceptance_counts() -> None:
    filing = reading(days(3), "2026-11-19 10:00", happened(("2026-11-20 15:00", "transferred_in")))

    assert told(filing.accepted_at) == "2026-11-20 15:00"
    assert told(filing.due_at) == "2026-11-25 15:00"  # 민원처리법 §16①, reading R16
    assert filing.accept_by is None


@pytest.mark.parametrize("event", ["relayed_from_portal", "transferred_internal"])
def test_relays_and_hand_over_inside_the_office_change_nothing(event: str) -> None:
    plain = reading(days(3), "2026-11-19 10:00")
    relayed = reading(days(3), "2026-11-19 10:00", happened(("2026-11-19 10:05", event)))

    assert (relayed.accepted_at, relayed.due_at) == (plain.accepted_at, plain.due_at)


@pytest.mark.parametrize(("acceptance", "due"), [("snap", "2026-11-30"), ("arrival", "2026-11-27")])
def test_where_arrival_is_acceptance_its_day_is_day_one(
    acceptance: Literal["snap", "arrival"], due: str
) -> None:
    filing = reading(days(6), "2026-11-20 18:10", policy=Policy(acceptance=acceptance))

    assert told(filing.due_at) == due  # reading R4: a Friday evening


def test_a_filing_that_waits_may_be_withdrawn() -> None:
    waiting = reading(days(3), "2026-11-23 10:00", policy=Policy(acceptance="manual"))
    withdrawn = reading(
        days(3), "2026-11-23 10:00", happened(("2026-11-23 11:00", "withdrawn")), Policy(acceptance="manual")
    )

    assert (waiting.status, withdrawn.status) == ("waiting", "closed")
    assert told(withdrawn.accept_by) == "2026-11-24 10:00"


def test_an_acceptance_before_the_transfer_was_the_other_agencys() -> None:
    events = happened(("2026-11-19 11:00", "accepted"), ("2026-11-20 15:00", "transferred_in"))

    assert told(reading(days(3), "2026-11-19 10:00", events).accepted_at) == "2026-11-20 15:00"
