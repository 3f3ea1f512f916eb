"""The clock as stretches of time: used up to now, stopped, left; and how much of each."""

from datetime import datetime

from eok.rules.clock import ClockReading, read
from eok.rules.periods import Period
from tests.rules.given import CALENDAR, Event, at, days, happened, months, told

SUPPLEMENT: list[Event] = [
    ("2026-11-19 09:40", "supplement_requested"),
    ("2026-11-23 14:00", "supplement_received"),
]


def drawn(period: Period, filed: str, now: str | None, *events: Event) -> ClockReading:
    moment: datetime | None = at(now) if now else None
    return read(period, at(filed), happened(*events), CALENDAR, now=moment)


def pieces(reading: ClockReading) -> list[tuple[str, str, str]]:
    return [(s.kind, told(s.from_at), told(s.to_at)) for s in reading.stretches]


def test_today_the_supplement_arrives() -> None:
    reading = drawn(days(3), "2026-11-18 10:12", "2026-11-23 14:00", *SUPPLEMENT)

    assert pieces(reading)[:4] == [
        ("used", "2026-11-18 10:12", "2026-11-18 12:00"),
        ("used", "2026-11-18 13:00", "2026-11-18 18:00"),
        ("stopped", "2026-11-19 09:00", "2026-11-19 18:00"),
        ("stopped", "2026-11-20 09:00", "2026-11-20 18:00"),
    ]
    assert pieces(reading)[-1] == ("left", "2026-11-26 09:00", "2026-11-26 10:12")
    assert (reading.used_minutes, reading.remaining_minutes) == (6 * 60 + 48, 17 * 60 + 12)


def test_in_the_middle_of_a_day_it_is_cut() -> None:
    reading = drawn(days(1), "2026-11-23 09:00", "2026-11-23 10:30")

    assert pieces(reading) == [
        ("used", "2026-11-23 09:00", "2026-11-23 10:30"),
        ("left", "2026-11-23 10:30", "2026-11-23 12:00"),
        ("left", "2026-11-23 13:00", "2026-11-23 18:00"),
    ]
    assert (reading.used_minutes, reading.remaining_minutes) == (90, 390)


def test_at_the_edge_of_a_stretch_nothing_empty_is_drawn() -> None:
    assert [kind for kind, _, _ in pieces(drawn(days(1), "2026-11-23 09:00", "2026-11-23 12:00"))] == [
        "used",
        "left",
    ]


def test_days_are_used_once_they_have_begun() -> None:
    reading = drawn(days(6), "2026-11-23 10:00", "2026-11-24 09:01")

    assert pieces(reading)[:3] == [
        ("used", "2026-11-23 09:00", "2026-11-23 18:00"),
        ("used", "2026-11-24 09:00", "2026-11-24 18:00"),
        ("left", "2026-11-25 09:00", "2026-11-25 18:00"),
    ]
    assert (reading.used_minutes, reading.remaining_minutes) == (2 * 480, 4 * 480)


def test_a_day_that_has_not_opened_is_left() -> None:
    assert drawn(days(6), "2026-11-23 10:00", "2026-11-24 09:00").used_minutes == 480


def test_rest_days_are_not_drawn() -> None:
    days_drawn = {piece[1][:10] for piece in pieces(drawn(days(6), "2026-11-27 10:00", None))}

    assert not days_drawn & {"2026-11-28", "2026-11-29"}


def test_without_now_nothing_of_a_running_period_is_used() -> None:
    reading = drawn(days(3), "2026-11-23 10:00", None)

    assert (reading.used_minutes, reading.remaining_minutes) == (0, 24 * 60)


def test_while_paused_only_what_ran_before_is_used() -> None:
    reading = drawn(days(3), "2026-11-18 10:12", "2026-11-25 10:00", SUPPLEMENT[0])

    assert (reading.used_minutes, reading.remaining_minutes) == (6 * 60 + 48, 17 * 60 + 12)
    assert [kind for kind, _, _ in pieces(reading)] == ["used", "used"]


def test_a_paused_month_has_used_its_days_before() -> None:
    reading = drawn(
        months(1), "2026-11-23 10:00", "2026-12-10 10:00", ("2026-11-26 10:00", "supplement_requested")
    )

    assert reading.used_minutes == 3 * 480
    assert reading.remaining_minutes == 27 * 480


def test_overdue_nothing_is_left() -> None:
    reading = drawn(days(1), "2026-11-23 10:00", "2026-11-30 10:00")

    assert (reading.used_minutes, reading.remaining_minutes) == (480, 0)


def test_the_first_due_time_is_kept() -> None:
    reading = drawn(days(3), "2026-11-17 21:40", None, ("2026-11-18 15:40", "supplement_requested"))

    assert told(reading.first_due_at) == "2026-11-20 18:00"
