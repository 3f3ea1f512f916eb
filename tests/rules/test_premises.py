"""이 자리에서 할 수 있나요: floor, area and door decide on fire safety; the register's own words on the use of a floor."""

from decimal import Decimal

import pytest

from eok.rules.premises import (
    Building,
    FloorUse,
    Outcome,
    Place,
    Standing,
    Whom,
    building_use,
    earlier_licence,
    findings,
    is_crowded,
    sewage,
)


def place(kind: str = "rest-restaurant", area: str = "100", floor: int = 2, *, ground: bool = False,
          storeys: bool = False) -> Place:  # fmt: skip
    return Place(kind, Decimal(area), floor, ground, storeys)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (place(area="99.99"), False),
        (place(area="100"), True),
        (place(area="65.9", floor=-1), False),
        (place(area="66", floor=-1), True),
        (place(area="300", floor=1, ground=True), False),
        (place(area="300", floor=1, ground=False), True),
        (place(area="300", floor=1, ground=True, storeys=True), True),
        (place(area="300", floor=-1, ground=True), False),
        (place("general-restaurant"), True),
        (place("bakery"), True),
        (place("shared-kitchen"), True),
        (place("karaoke-bar", area="10", floor=1, ground=True), True),
        (place("entertainment-bar", area="10", floor=1, ground=True), True),
        (place("catering", area="500"), False),
        (place("instant-food", area="500", floor=-1), False),
    ],
)
def test_a_business_many_people_use(
    given: Place, expected: bool
) -> None:  # 다중이용업소법 시행령 §2 1호, 1호의2
    assert is_crowded(given) is expected


BUILDING = Building((FloorUse(1, "제1종근린생활시설(휴게음식점)"), FloorUse(2, "제2종근린생활시설(사무소)")))


def test_a_floor_that_is_used_so_already_passes() -> None:
    found = building_use(place(floor=1), BUILDING)

    assert (found.outcome, found.whom) == (Outcome.PASSES, None)
    assert sewage(place(floor=1), BUILDING).outcome is Outcome.PASSES


@pytest.mark.parametrize("building", [None, BUILDING, Building(())])
def test_whatever_the_register_does_not_say_is_asked(building: Building | None) -> None:
    found = building_use(place(floor=2), building)

    assert (found.outcome, found.whom) == (Outcome.ASK, Whom.BUILDING)
    assert sewage(place(floor=2), building).whom is Whom.SEWAGE


def test_another_kind_of_eating_is_another_use() -> None:
    assert building_use(place("general-restaurant", floor=1), BUILDING).outcome is Outcome.ASK


@pytest.mark.parametrize(
    ("standing", "outcome", "law"),
    [
        ([], Outcome.PASSES, "식품위생법 §39①"),
        ([Standing("휴게음식점", "폐업", in_force=False)], Outcome.PASSES, "식품위생법 §39①"),
        ([Standing("휴게음식점", "영업", in_force=True)], Outcome.ASK, "식품위생법 §39①; 식품위생법 §39③"),
        ([Standing("휴게음식점", "휴업", in_force=False)], Outcome.ASK, "식품위생법 §39①; 식품위생법 §39③"),
        ([Standing("휴게음식점", "취소", in_force=False)], Outcome.ASK, "식품위생법 §38②"),
    ],
)
def test_who_was_here_before(standing: list[Standing], outcome: Outcome, law: str) -> None:
    found = earlier_licence(standing)

    assert (found.outcome, found.law) == (outcome, law)


def test_what_is_open_says_whom_to_ask_and_what() -> None:
    for found in findings(place(), None, [Standing("휴게음식점", "영업", in_force=True)]):
        assert found.outcome is Outcome.ASK
        assert found.whom is not None and found.to_do
