"""A year's public holidays follow from the decree and a few facts (관공서의 공휴일에 관한 규정 §2, §3)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from eok.rules.holidays import Facts, Holiday, holidays
from tests.rules.given import CLOSED

DATA = Path(__file__).parents[2] / "data" / "calendar"
YEARS = (2024, 2025, 2026, 2027, 2028)

NO_MOON = Facts(lunar_new_year=date(2026, 2, 17), buddhas_day=date(2026, 5, 24), chuseok=date(2026, 9, 25))


def written(year: int) -> Any:
    """The file, every value as the text it is written with."""
    return yaml.load((DATA / f"{year}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def by_rule(year: int) -> list[Holiday]:
    facts = written(year)["facts"]
    return holidays(
        year,
        Facts(
            lunar_new_year=date.fromisoformat(facts["lunar_new_year"]),
            buddhas_day=date.fromisoformat(facts["buddhas_day"]),
            chuseok=date.fromisoformat(facts["chuseok"]),
            elections=named(facts.get("elections", ())),
            designated=named(facts.get("designated", ())),
        ),
    )


def named(rows: Sequence[Any]) -> tuple[tuple[date, str], ...]:
    return tuple((date.fromisoformat(row["on"]), row["name"]) for row in rows)


@pytest.mark.parametrize("year", YEARS)
def test_the_files_say_what_the_decree_says(year: int) -> None:
    rows = [(row["on"], row["name"], row["law"]) for row in written(year)["holidays"]]

    assert rows == [(h.day.isoformat(), h.name, h.law) for h in by_rule(year)]


@pytest.mark.parametrize("year", YEARS)
def test_the_decree_gives_the_days_counted_by_hand(year: int) -> None:
    by_hand = {date(year, *map(int, day.split("."))) for day in CLOSED[year].split()}

    assert {holiday.day for holiday in by_rule(year)} == by_hand


def names(year: int, facts: Facts) -> dict[date, str]:
    return {holiday.day: holiday.name for holiday in holidays(year, facts)}


def test_labour_day_and_constitution_day_from_2026() -> None:
    before, since = names(2025, NO_MOON), names(2026, NO_MOON)

    assert date(2025, 5, 1) not in before
    assert date(2025, 7, 17) not in before
    assert (since[date(2026, 5, 1)], since[date(2026, 7, 17)]) == ("노동절", "제헌절")


def test_a_sunday_of_seollal_has_a_substitute_a_saturday_has_none() -> None:
    sunday = names(2027, Facts(date(2027, 2, 7), date(2027, 5, 13), date(2027, 9, 15)))
    saturday = names(2026, NO_MOON)

    assert sunday[date(2027, 2, 9)] == "대체공휴일(설날)"
    assert date(2026, 9, 28) not in saturday  # 추석 다음 날 is Saturday 2026-09-26


def test_new_year_and_memorial_day_have_no_substitute() -> None:
    facts = Facts(date(2028, 1, 27), date(2028, 5, 2), date(2028, 10, 3))

    assert date(2028, 1, 3) not in names(2028, facts)  # Saturday 2028-01-01
    assert date(2027, 6, 7) not in names(2027, facts)  # Sunday 2027-06-06


def test_two_holidays_on_one_weekday_have_one_substitute() -> None:
    told = names(2025, Facts(date(2025, 1, 29), date(2025, 5, 5), date(2025, 10, 6)))

    assert told[date(2025, 5, 6)] == "대체공휴일(부처님 오신 날)"
    assert date(2025, 5, 7) not in told


def test_two_substitutes_on_one_day_move_apart() -> None:
    """§3②: 개천절 2026 is a Saturday; were 추석 the Sunday after it, both would call for Monday."""
    told = names(2026, Facts(date(2026, 2, 17), date(2026, 5, 24), date(2026, 10, 4)))

    substitutes = [day for day, name in told.items() if name.startswith("대체공휴일") and day.month == 10]
    assert substitutes == [date(2026, 10, 6), date(2026, 10, 7)]


def test_a_substitute_is_never_a_saturday() -> None:
    """§3③: 성탄절 2027 is a Saturday, its substitute the Monday."""
    told = names(2027, Facts(date(2027, 2, 7), date(2027, 5, 13), date(2027, 9, 15)))

    assert told[date(2027, 12, 27)] == "대체공휴일(기독탄신일)"


def test_an_election_on_a_holiday_calls_for_no_substitute() -> None:
    facts = Facts(
        date(2026, 2, 17), date(2026, 5, 24), date(2026, 9, 25), elections=((date(2026, 10, 9), "선거일"),)
    )

    assert date(2026, 10, 12) not in names(2026, facts)  # §3① 3호 names nos. 2 to 10


def test_each_holiday_names_its_article() -> None:
    facts = Facts(
        date(2026, 2, 17),
        date(2026, 5, 24),
        date(2026, 9, 25),
        elections=((date(2026, 6, 3), "지방선거일"),),
        designated=((date(2026, 12, 24), "임시공휴일"),),
    )
    law = {holiday.name: holiday.law for holiday in holidays(2026, facts)}

    assert law["1월 1일"] == "관공서의 공휴일에 관한 규정 §2 3호"
    assert law["지방선거일"] == "관공서의 공휴일에 관한 규정 §2 10호의2"
    assert law["임시공휴일"] == "관공서의 공휴일에 관한 규정 §2 11호"
    assert law["대체공휴일(3·1절)"] == "관공서의 공휴일에 관한 규정 §3"


@pytest.mark.parametrize("year", YEARS)
def test_what_the_decree_leaves_open_has_a_source(year: int) -> None:
    for row in written(year)["facts"].get("designated", ()):
        assert row["source"]["grade"] == "참고"
        assert row["source"]["where"]


def test_where_one_of_two_holidays_calls_for_the_substitute_it_names_it() -> None:
    told = names(2026, Facts(date(2026, 2, 17), date(2026, 5, 24), date(2026, 10, 3)))

    assert told[date(2026, 10, 5)] == "대체공휴일(개천절)"  # 추석 on a Saturday calls for none


def test_a_designated_day_on_a_holiday_calls_for_no_substitute() -> None:
    facts = Facts(
        date(2026, 2, 17),
        date(2026, 5, 24),
        date(2026, 9, 25),
        designated=((date(2026, 10, 9), "임시공휴일"),),
    )

    assert date(2026, 10, 12) not in names(2026, facts)


def test_a_substitute_of_a_friday_passes_the_weekend() -> None:
    told = names(2028, Facts(date(2028, 1, 27), date(2028, 5, 5), date(2028, 10, 3)))

    assert told[date(2028, 5, 8)] == "대체공휴일(부처님 오신 날)"
    assert date(2028, 5, 6) not in told
