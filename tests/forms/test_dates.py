"""Dates: three inputs or one, what is wrong is named, the days the law allows."""

import pytest

from eok.forms import bounds
from eok.forms.answers import posted, read
from eok.forms.kinds.base import Around
from tests.forms.making import AROUND, TODAY, question, sent


def test_three_inputs_make_a_date() -> None:
    answer = read(question("date"), sent(it__year="1988", it__month="2", it__day="14"), AROUND)

    assert answer.value == "1988-02-14"


@pytest.mark.parametrize(
    ("year", "month", "day", "said"),
    [
        ("2026", "", "27", "월이 비어 있어요. 연도, 월, 일을 모두 적어 주세요."),
        ("", "11", "27", "연도가 비어 있어요"),
        ("2026", "11", "", "일이 비어 있어요"),
        ("2026", "십일", "27", "월은 숫자로 적어 주세요"),
        ("2026", "2", "30", "2026년 2월은 28일까지 있어요. 일을 다시 적어 주세요."),
        ("2026", "6", "31", "6월은 30일까지"),
        ("88", "6", "30", "네 자리로 적어 주세요"),
        ("2026", "-1", "3", "월은 숫자로"),
    ],
)
def test_the_wrong_part_is_named(year: str, month: str, day: str, said: str) -> None:
    typed = sent(it__year=year, it__month=month, it__day=day)

    answer = read(question("date"), typed, AROUND)

    assert said in answer.problem
    assert answer.stored == {"typed": {"it.year": [year], "it.month": [month], "it.day": [day]}}


def test_full_width_digits_are_digits() -> None:
    assert (
        read(question("date"), sent(it__year="２０２６", it__month="１", it__day="２"), AROUND).value
        == "2026-01-02"
    )


@pytest.mark.parametrize(
    ("bound", "day"),
    [
        ("filing", "2026-11-23"),
        ("filing-30d", "2026-10-24"),
        ("filing+1m", "2026-12-23"),
        ("filing-9m", "2026-02-23"),
        ("filing+1y", "2027-11-23"),
        ("filing-10y", "2016-11-23"),
    ],
)
def test_days_counted_from_filing(bound: str, day: str) -> None:
    found = bounds.resolve(bound, today=TODAY, answers={})

    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    ("today", "bound", "day"),
    [("2024-02-29", "filing+1y", "2025-02-28"), ("2026-01-31", "filing+1m", "2026-02-28")],
)
def test_a_missing_day_is_the_last_of_its_month(today: str, bound: str, day: str) -> None:
    found = bounds.resolve(bound, today=bounds.iso(today) or TODAY, answers={})

    assert found == bounds.iso(day)  # 민법 §160③


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-11-22", "상호는 2026년 11월 23일부터 적을 수 있어요"),
        ("2026-11-23", ""),
        ("2027-11-23", ""),
        ("2027-11-24", "상호는 2027년 11월 23일까지 적을 수 있어요"),
    ],
)
def test_the_first_and_the_last_day_allowed(typed: str, said: str) -> None:
    problem = read(
        question("date", not_before="filing", not_after="filing+1y"), sent(it=typed), AROUND
    ).problem

    assert said in problem
    assert bool(said) == bool(problem)


def test_a_date_may_be_bound_to_another_answer() -> None:
    asked = question("date", not_before="start")

    early = read(asked, sent(it="2026-11-01"), Around(TODAY, {"start": "2026-11-05"}))
    unbound = read(asked, sent(it="2026-11-01"), Around(TODAY, {}))
    half_typed = read(asked, sent(it="2026-11-01"), Around(TODAY, {"start": {"typed": {"start": ["2026"]}}}))

    assert "2026년 11월 5일부터" in early.problem
    assert (unbound.problem, half_typed.problem) == ("", "")


def test_a_stored_date_goes_back_into_its_three_inputs() -> None:
    inputs = posted(question("date"), "2026-11-27")

    assert [inputs.getlist(f"it.{part}") for part in ("year", "month", "day")] == [["2026"], ["11"], ["27"]]
