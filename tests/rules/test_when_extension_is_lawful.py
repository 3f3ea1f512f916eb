"""When the period may be extended, and the reason when it may not (민원처리법 시행령 §21①②)."""

from dataclasses import replace

import pytest

from eok.rules.clock import ClockEvent, read
from eok.rules.extensions import GROUNDS, Extending, Refused, why_not
from eok.rules.periods import Period, PeriodError
from tests.rules.given import CALENDAR, IMMEDIATE, at, days, hours, months, weeks

ASKED = Extending(days(3), "cooperation", earlier=0, consented=False, at=at("2026-11-24 10:00"))
DUE = at("2026-11-26 10:00")


def refused(asked: Extending, period: Period) -> str:
    found = why_not(asked, period, DUE)
    return found.text if found else ""


@pytest.mark.parametrize("ground", GROUNDS)
def test_for_each_of_the_four_grounds(ground: str) -> None:
    assert refused(replace(ASKED, ground=ground), days(3)) == ""


def test_the_office_being_busy_is_no_ground() -> None:
    found = why_not(replace(ASKED, ground="workload"), days(3), DUE)

    assert found is not None
    assert found.text.startswith("늘릴 수 있는 까닭이 아니에요.")
    assert found.law == "민원처리법 시행령 §21①②"


def test_a_second_time_only_with_consent() -> None:
    again = replace(ASKED, earlier=1)

    assert "민원인의 동의" in refused(again, days(3))
    assert refused(replace(again, consented=True), days(3)) == ""


def test_never_a_third_time() -> None:
    assert (
        refused(replace(ASKED, earlier=2, consented=True), days(3))
        == "이미 두 번 늘렸어요. 더 늘릴 수 없어요."
    )


def test_not_after_the_period_ended() -> None:
    assert refused(replace(ASKED, at=at("2026-11-26 10:00")), days(3)) == ""
    assert "기한이 지난 뒤에는" in refused(replace(ASKED, at=at("2026-11-26 10:01")), days(3))


def test_while_the_clock_stands_it_may_be_extended() -> None:
    assert why_not(ASKED, days(3), None) is None


LENGTHS = [
    (days(3), days(3), True),
    (days(3), days(4), False),
    (days(3), hours(24), True),
    (days(3), hours(25), False),
    (days(3), weeks(1), False),
    (IMMEDIATE, hours(3), True),
    (IMMEDIATE, days(1), False),
    (days(10), days(10), True),
    (days(10), days(11), False),
    (days(10), hours(8), False),
    (days(10), weeks(1), False),
    (months(1), months(1), True),
    (months(1), weeks(4), True),
    (months(1), days(30), True),
    (months(1), days(31), False),
    (months(1), months(2), False),
    (weeks(1), days(7), True),
    (weeks(1), days(8), False),
    (weeks(1), hours(8), False),
]


@pytest.mark.parametrize(("period", "by", "lawful"), LENGTHS)
def test_at_most_the_original_period_in_its_own_unit(period: Period, by: Period, lawful: bool) -> None:
    assert (refused(replace(ASKED, by=by), period) == "") is lawful


@pytest.mark.parametrize(("period", "by"), [(days(10), weeks(1)), (days(3), weeks(1)), (weeks(1), hours(8))])
def test_the_clock_takes_no_extension_of_another_kind(period: Period, by: Period) -> None:
    extended = ClockEvent(at("2026-11-24 10:00"), "extended", by)

    with pytest.raises(PeriodError, match="단위가 다릅니다"):
        read(period, at("2026-11-23 10:00"), [extended], CALENDAR)


@pytest.mark.parametrize(("value", "unit"), [(0, "days"), (-1, "hours")])
def test_a_period_is_at_least_one(value: int, unit: str) -> None:
    with pytest.raises(PeriodError, match="1 이상이어야"):
        Period(value, unit)  # type: ignore[arg-type]  # the unit is one of the four


REFUSALS = [
    (replace(ASKED, earlier=2), "이미 두 번 늘렸어요. 더 늘릴 수 없어요."),
    (replace(ASKED, earlier=1), "이미 한 번 늘렸어요. 다시 늘리려면 민원인의 동의가 필요해요."),
    (replace(ASKED, at=at("2026-11-27 10:00")), "처리기한이 지났어요. 기한이 지난 뒤에는 늘릴 수 없어요."),
    (replace(ASKED, by=days(4)), "처음 처리기간(3일)보다 길게 늘릴 수 없어요."),
]


@pytest.mark.parametrize(("asked", "text"), REFUSALS)
def test_a_refusal_says_why_and_by_which_article(asked: Extending, text: str) -> None:
    assert why_not(asked, days(3), DUE) == Refused(text, "민원처리법 시행령 §21①")


def test_immediate_needs_no_number() -> None:
    assert Period(0, "immediate").minutes == 180
