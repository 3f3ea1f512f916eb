"""Working time: 09:00–12:00 and 13:00–18:00 on working days (지방공무원 복무규정 §2②, §3①)."""

from dataclasses import replace
from datetime import UTC, date, time

import pytest

from eok.rules.calendar import add_working, snap, working_minutes
from eok.rules.clock import read
from tests.rules.given import CALENDAR, at, days, hours, told

EARLY_LUNCH = replace(CALENDAR, usual_slots=((time(9), time(11, 30)), (time(12, 30), time(18))))
LATE_OPENING = replace(
    CALENDAR, exceptions={date(2026, 11, 24): ((time(10), time(12)), (time(13), time(18)))}
)
RESTING = replace(CALENDAR, local_closed={date(2026, 11, 24): "구민의 날"})

SNAPS = [
    ("2026-11-23 08:59", "2026-11-23 09:00"),
    ("2026-11-23 09:00", "2026-11-23 09:00"),
    ("2026-11-23 11:59", "2026-11-23 11:59"),
    ("2026-11-23 12:00", "2026-11-23 13:00"),
    ("2026-11-23 17:59", "2026-11-23 17:59"),
    ("2026-11-23 18:00", "2026-11-24 09:00"),
    ("2026-11-21 10:00", "2026-11-23 09:00"),
    ("2026-12-24 18:00", "2026-12-28 09:00"),
]


@pytest.mark.parametrize(("moment", "expected"), SNAPS)
def test_the_next_working_instant(moment: str, expected: str) -> None:
    assert told(snap(at(moment), CALENDAR)) == expected


def test_instants_are_seen_from_seoul() -> None:
    assert told(snap(at("2026-11-23 08:00").astimezone(UTC), CALENDAR)) == "2026-11-23 09:00"


ADDED = [
    ("2026-11-23 09:00", 180, "2026-11-23 12:00"),
    ("2026-11-23 09:00", 181, "2026-11-23 13:01"),
    ("2026-11-23 09:00", 480, "2026-11-23 18:00"),
    ("2026-11-23 09:00", 481, "2026-11-24 09:01"),
    ("2026-11-22 09:00", 60, "2026-11-23 10:00"),
]


@pytest.mark.parametrize(("moment", "minutes", "expected"), ADDED)
def test_added_minutes(moment: str, minutes: int, expected: str) -> None:
    assert told(add_working(at(moment), minutes, CALENDAR)) == expected


BETWEEN = [
    ("2026-11-23 09:00", "2026-11-23 18:00", 480),
    ("2026-11-23 11:00", "2026-11-23 14:00", 120),
    ("2026-11-20 17:00", "2026-11-23 10:00", 120),
    ("2026-11-21 09:00", "2026-11-22 18:00", 0),
    ("2026-11-23 10:00", "2026-11-23 09:00", 0),
    ("2026-11-23 10:00:30", "2026-11-23 10:02", 1),
]


@pytest.mark.parametrize(("begin", "end", "minutes"), BETWEEN)
def test_minutes_between(begin: str, end: str, minutes: int) -> None:
    assert working_minutes(at(begin), at(end), CALENDAR) == minutes


def test_lunch_may_be_shifted() -> None:
    assert told(add_working(at("2026-11-23 11:00"), 60, EARLY_LUNCH)) == "2026-11-23 13:00"  # reading R5


def test_a_late_opening_shortens_its_day() -> None:
    assert told(read(days(1), at("2026-11-23 13:00"), (), LATE_OPENING).due_at) == "2026-11-24 14:00"  # R26


def test_a_late_opening_tells_its_hours() -> None:
    lines = read(hours(16), at("2026-11-23 09:00"), (), LATE_OPENING).explanation

    assert [(line.when, line.amount) for line in lines[1:-1]] == [
        ("11월 23일(월)", "8시간"),
        ("11월 24일(화)", "7시간"),
        ("11월 25일(수)", "1시간"),
    ]


def test_a_local_rest_day_has_no_hours() -> None:
    assert (
        told(read(days(1), at("2026-11-23 13:00"), (), RESTING).due_at) == "2026-11-25 12:00"
    )  # reading R12


def test_what_is_a_rest_day() -> None:
    assert not CALENDAR.is_working_day(date(2026, 11, 21))
    assert not CALENDAR.is_public_holiday(
        date(2026, 11, 21)
    )  # Saturday: 관공서의 공휴일에 관한 규정 §2 names Sundays
    assert CALENDAR.is_public_holiday(date(2026, 11, 22))
    assert CALENDAR.is_public_holiday(date(2026, 12, 25))
    assert CALENDAR.is_working_day(date(2026, 11, 23))
    assert CALENDAR.why_closed(date(2026, 11, 21)) == "토요일"
    assert CALENDAR.why_closed(date(2026, 11, 22)) == "일요일"
    assert RESTING.is_counted_day(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2028, 12, 31), True),
        (date(2029, 1, 1), False),
    ],
)
def test_which_days_are_known(day: date, known: bool) -> None:
    covered = replace(CALENDAR, covers=(date(2024, 1, 1), date(2028, 12, 31)))

    assert covered.is_known(day) is known
    assert CALENDAR.is_known(day)
