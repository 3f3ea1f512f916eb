"""The calendar in use: every year's file, the district's own days and hours, a version for due dates."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from eok.core.errors import EokError
from eok.offices import calendar as offices
from eok.rules.calendar import SEOUL, Calendar

YEAR = "year: 2026\nholidays:\n  - {on: 2026-12-25, name: 기독탄신일, law: 관공서의 공휴일에 관한 규정 §2 10호}\n"


def calendar_of(settings: Any, folder: Path, local: str = "", **years: str) -> Calendar:
    (folder / "calendar").mkdir(exist_ok=True)
    for name, text in years.items():
        (folder / "calendar" / f"{name.lstrip('y')}.yaml").write_text(text, encoding="utf-8")
    if local:
        (folder / "calendar.yaml").write_text(local, encoding="utf-8")
    settings.EOK_DATA_DIR = settings.EOK_DISTRICT_DIR = folder
    offices._calendar.cache_clear()
    return offices.calendar()


def test_the_calendar_of_the_house_knows_its_years() -> None:
    known = offices.calendar()

    assert known.is_public_holiday(date(2026, 7, 17))
    assert known.why_closed(date(2026, 12, 25)) == "기독탄신일"
    assert known.covers == (date(2024, 1, 1), date(2028, 12, 31))


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert offices.calendar().why_closed(date(2025, 5, 5)) == "부처님 오신 날, 어린이날"


def test_the_version_changes_with_a_file(settings: Any, tmp_path: Path) -> None:
    before = calendar_of(settings, tmp_path, y2026=YEAR).version
    same = calendar_of(settings, tmp_path, y2026=YEAR).version
    after = calendar_of(settings, tmp_path, y2026=YEAR.replace("12-25", "12-24")).version

    assert before == same
    assert before != after


def test_the_district_adds_its_days_and_hours(settings: Any, tmp_path: Path) -> None:
    local = (
        "closed:\n  - {on: 2026-11-24, name: 구민의 날}\n"
        "hours: [{from: 09:00, to: 11:30}, {from: 12:30, to: 18:00}]\n"
        "other_hours:\n  - {on: 2026-11-25, hours: [{from: 10:00, to: 12:00}]}\n"
    )

    known = calendar_of(settings, tmp_path, local, y2026=YEAR)

    assert known.why_closed(date(2026, 11, 24)) == "구민의 날"
    assert known.slots(date(2026, 11, 24)) == ()
    assert known.slots(date(2026, 11, 23))[0] == (moment(23, 9), moment(23, 11, 30))
    assert known.slots(date(2026, 11, 25)) == ((moment(25, 10), moment(25, 12)),)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL)


def test_years_are_known_until_the_first_gap(settings: Any, tmp_path: Path) -> None:
    known = calendar_of(
        settings, tmp_path, y2026=YEAR, y2027=YEAR.replace("2026", "2027"), y2029=YEAR.replace("2026", "2029")
    )

    assert known.covers == (date(2026, 1, 1), date(2027, 12, 31))


def test_without_any_year_nothing_can_be_counted(settings: Any, tmp_path: Path) -> None:
    with pytest.raises(EokError, match="달력이 없습니다"):
        calendar_of(settings, tmp_path)


@pytest.mark.parametrize("wrong", ["on: 성탄절", "at: 2026-12-25"])
def test_a_wrong_day_is_named_with_its_line(settings: Any, tmp_path: Path, wrong: str) -> None:
    with pytest.raises(EokError, match=r"2026\.yaml:3"):
        calendar_of(settings, tmp_path, y2026=YEAR.replace("on: 2026-12-25", wrong))


def test_a_day_that_does_not_exist_is_named_with_its_file(settings: Any, tmp_path: Path) -> None:
    with pytest.raises(EokError, match=r"2026\.yaml"):
        calendar_of(settings, tmp_path, y2026=YEAR.replace("2026-12-25", "2026-13-01"))
