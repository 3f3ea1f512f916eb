"""Hearings, inspections, field inquiries, choosing representatives, system outages.

Law: 민원처리법 시행령 §17④⑤, §20; 행정절차법 시행령 §11 3–5호. The first day counts, the last does not (R8);
an outage counts out to the minute in hours and by whole working days in days.
"""

from dataclasses import replace
from datetime import date, time

import pytest

from eok.rules.clock import read
from eok.rules.periods import Period
from tests.rules.given import CALENDAR, at, days, due, happened, hours, reading, told

CASES = [
    (days(15), "2026-11-23 10:00", "hearing", "2026-11-25 10:00", "2026-12-02 10:00", "2026-12-18"),
    (days(5), "2026-11-23 09:00", "inspection", "2026-11-24 10:00", "2026-11-26 17:00", "2026-12-01 18:00"),
    (days(7), "2026-11-23 10:00", "representatives", "2026-11-24 09:00", "2026-11-24 17:00", "2026-12-01"),
    (days(7), "2026-11-23 10:00", "field_inquiry", "2026-11-23 10:00", "2026-12-07 10:00", "2026-12-15"),
    (days(1), "2026-11-23 13:00", "outage", "2026-11-23 16:00", "2026-11-24 10:00", "2026-11-24 16:00"),
    (hours(3), "2026-11-23 10:00", "outage", "2026-11-23 11:30", "2026-11-23 13:30", "2026-11-23 15:00"),
    (days(1), "2026-11-23 09:00", "outage", "2026-11-23 12:00", "2026-11-23 13:00", "2026-11-23 18:00"),
    (days(7), "2026-11-23 10:00", "outage", "2026-11-25 08:00", "2026-11-26 12:00", "2026-12-02"),
    (days(7), "2026-11-23 10:00", "outage", "2026-11-25 09:00", "2026-11-25 18:00", "2026-12-02"),
    (days(7), "2026-11-23 10:00", "outage", "2026-11-25 09:01", "2026-11-25 18:00", "2026-12-01"),
    (days(7), "2026-11-23 10:00", "outage", "2026-11-25 09:00", "2026-11-25 17:59", "2026-12-01"),
]


@pytest.mark.parametrize(("period", "filed", "cause", "start", "end", "expected"), CASES)
def test_cause(period: Period, filed: str, cause: str, start: str, end: str, expected: str) -> None:
    assert due(period, filed, (start, f"{cause}_started"), (end, f"{cause}_finished")) == expected


@pytest.mark.parametrize("cause", ["hearing", "inspection", "field_inquiry", "representatives", "outage"])
def test_while_it_goes_on_there_is_no_due_time(cause: str) -> None:
    going_on = reading(days(10), "2026-11-23 10:00", happened(("2026-11-25 10:00", f"{cause}_started")))

    assert (going_on.status, going_on.due_at) == ("paused", None)


@pytest.mark.parametrize(
    ("started", "expected"),
    [
        ("2026-05-05 23:59", "2026-05-06 18:00"),
        ("2026-05-06 00:00", "2026-05-07 12:00"),
    ],
)
def test_only_outages_from_the_day_the_decree_changed_count(started: str, expected: str) -> None:
    """민원처리법 시행령 부칙 <제36296호> §3: outages from 2026-05-06."""
    outage = [(started, "outage_started"), ("2026-05-06 12:00", "outage_finished")]

    assert due(days(1), "2026-05-06 09:00", *outage) == expected


def test_a_supplement_inside_a_hearing_is_not_left_out_twice() -> None:
    events = [
        ("2026-11-24 10:00", "hearing_started"),
        ("2026-11-30 10:00", "supplement_requested"),
        ("2026-12-04 10:00", "hearing_finished"),
        ("2026-12-08 10:00", "supplement_received"),
    ]

    assert due(days(20), "2026-11-23 10:00", *events) == "2027-01-05"  # reading R27


def test_two_outages_that_overlap_are_not_left_out_twice() -> None:
    events = [
        ("2026-11-23 10:00", "outage_started"),
        ("2026-11-23 11:00", "supplement_requested"),
        ("2026-11-23 11:30", "supplement_received"),
        ("2026-11-23 14:00", "outage_finished"),
    ]

    assert due(hours(3), "2026-11-24 09:00", *events) == "2026-11-24 12:00"
    assert due(hours(3), "2026-11-23 09:00", *events) == "2026-11-24 12:00"


def test_a_day_with_one_stretch_of_hours_is_wholly_out_when_that_is() -> None:
    morning = replace(CALENDAR, exceptions={date(2026, 11, 25): ((time(9), time(12)),)})
    outage = happened(("2026-11-25 09:00", "outage_started"), ("2026-11-25 12:00", "outage_finished"))

    assert told(read(days(7), at("2026-11-23 10:00"), outage, morning).due_at) == "2026-12-02"
