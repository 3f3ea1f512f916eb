"""Dates, lengths and money read the same on every page."""

from datetime import UTC, date, datetime

import pytest

from eok.krds import filters

THURSDAY_EVENING = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)  # 18:00 in Seoul
AFTER_MIDNIGHT = datetime(2026, 11, 26, 15, 3, tzinfo=UTC)  # 00:03 on the 27th in Seoul


def test_a_day_carries_its_weekday() -> None:
    assert filters.date_ko(date(2026, 11, 27)) == "2026년 11월 27일(금)"
    assert filters.date_ko(date(2026, 11, 1), year=False) == "11월 1일(일)"


def test_a_moment_is_shown_in_seoul() -> None:
    assert filters.date_ko(AFTER_MIDNIGHT) == "2026년 11월 27일(금)"
    assert filters.datetime_ko(AFTER_MIDNIGHT) == "11월 27일(금) 0시 3분"
    assert filters.iso(AFTER_MIDNIGHT) == "2026-11-27T00:03+09:00"


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        filters.date_ko(datetime(2026, 11, 26, 9, 0))  # noqa: DTZ001 - the mistake under test


def test_a_due_time_ends_in_until() -> None:
    assert filters.due_ko(THURSDAY_EVENING) == "11월 26일(목) 18시까지"
    assert filters.due_ko(THURSDAY_EVENING, year=True) == "2026년 11월 26일(목) 18시까지"
    assert filters.due_ko(date(2026, 12, 1)) == "12월 1일(화)까지"


def test_officers_read_short_dates() -> None:
    assert filters.short_datetime(THURSDAY_EVENING) == "11.26(목) 18:00"
    assert filters.short_datetime(date(2026, 11, 2)) == "11.02(월)"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "0분"),
        (59, "59분"),
        (60, "1시간"),
        (480, "1일"),
        (2 * 480 + 6 * 60 + 40, "2일 6시간 40분"),
        (-80, "1시간 20분"),
    ],
)
def test_a_working_day_is_eight_hours(minutes: int, expected: str) -> None:
    assert filters.duration_ko(minutes) == expected


def test_time_left_says_whether_it_is_past() -> None:
    assert filters.left_ko(80) == "1시간 20분 남음"
    assert filters.left_ko(-80) == "1시간 20분 지남"


def test_amounts_of_an_explanation_stay_hours() -> None:
    assert filters.hours_ko(24 * 60) == "24시간"
    assert filters.hours_ko(408) == "6시간 48분"
    assert filters.hours_ko(0) == "0시간"


def test_money_and_sizes() -> None:
    assert filters.won(40500) == "40,500원"
    assert filters.number(1284) == "1,284"
    assert [filters.size_ko(n) for n in (0, 20480, 2202010, 3 * 1024**3)] == ["0B", "20KB", "2.1MB", "3GB"]
