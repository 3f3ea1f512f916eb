"""「이 자리에서 할 수 있나요」: may a food business be opened at this place, and whom must one ask first?

Four questions: use of the building (건축법 §19), fire safety of a business many people use (다중이용업소법 시행령 §2), sewage
(하수도법 §35①), and a licence that stands here already (식품위생법 §39). Each ends in 통과 or 확인 필요, never in a no: what
decides is the office's, on its own look. 통과 is said only where the articles read and the facts known suffice; the
kinds of buildings stand in a table (건축법 시행령 §3의5, 별표 1) that was not read (미확인), so a use that is not named word for
word is always asked about.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

SMALL_ABOVE = 100  # ㎡, 다중이용업소법 시행령 §2 1호
SMALL_BELOW_GROUND = 66  # ㎡, 다중이용업소법 시행령 §2 1호

EATING = {"rest-restaurant": "휴게음식점", "general-restaurant": "일반음식점", "bakery": "제과점"}
"""식품위생법 시행령 §21 8호 가목, 나목, 바목."""
DRINKING = {"karaoke-bar": "단란주점", "entertainment-bar": "유흥주점"}
"""식품위생법 시행령 §21 8호 다목, 라목."""
OTHERS = {
    "catering": "위탁급식영업",
    "instant-food": "즉석판매제조·가공업",
    "food-sales": "식품소분·판매업",
    "manufacturing": "식품제조·가공업",
}
KINDS = {**EATING, **DRINKING, "shared-kitchen": "공유주방 운영업", **OTHERS}
"""Kinds of 식품위생법 시행령 §21 that are opened at a place."""


class Outcome(StrEnum):
    PASSES = "통과"
    ASK = "확인 필요"


class Whom(StrEnum):
    """Who answers what is open."""

    BUILDING = "building"
    FIRE = "fire"
    SEWAGE = "sewage"
    FOOD = "food"


@dataclass(frozen=True)
class Place:
    """What one knows of the place."""

    kind: str
    """Key of KINDS."""
    area: Decimal
    """바닥면적의 합계 of what is used, ㎡."""
    floor: int
    """1, 2 … above the ground; -1, -2 … below."""
    opens_to_ground: bool
    """First floor, or one that touches the ground, and the main door leads straight outside onto it."""
    two_storeys: bool
    """복층: floors joined by stairs inside."""


@dataclass(frozen=True)
class FloorUse:
    """One line of 층별개요 of the building register."""

    floor: int
    use: str
    """Main use and other use, as the register words them."""


@dataclass(frozen=True)
class Building:
    """What the building register says (건축법 §38①)."""

    floors: tuple[FloorUse, ...]

    def uses_of(self, floor: int) -> tuple[str, ...]:
        return tuple(one.use for one in self.floors if one.floor == floor)


@dataclass(frozen=True)
class Standing:
    """A food business our register holds at this address."""

    kind: str
    """As the register words it."""
    state: str
    in_force: bool


@dataclass(frozen=True)
class Finding:
    question: str
    outcome: Outcome
    why: str
    law: str
    whom: Whom | None = None
    """None: nobody needs to be asked."""
    to_do: str = ""


def findings(place: Place, building: Building | None, standing: Collection[Standing]) -> tuple[Finding, ...]:
    """The four, in the order in which one asks. building: None when no register answered."""
    return (
        building_use(place, building),
        fire_safety(place),
        sewage(place, building),
        earlier_licence(standing),
    )


def is_crowded(place: Place) -> bool:
    """다중이용업 by kind, floor and area (다중이용업소법 시행령 §2 1호, 1호의2); businesses in the open are not asked about here."""
    if place.kind in DRINKING:
        return True
    if place.kind not in EATING and place.kind != "shared-kitchen":
        return False
    if place.area < (SMALL_BELOW_GROUND if place.floor < 0 else SMALL_ABOVE):
        return False
    return place.two_storeys or not place.opens_to_ground


def fire_safety(place: Place) -> Finding:
    question = "소방 완비증명서가 있어야 하나요?"
    law = "다중이용업소법 시행령 §2 1호; 다중이용업소법 §9⑤; 식품위생법 시행규칙 §42② 7호"
    limit = f"{SMALL_BELOW_GROUND if place.floor < 0 else SMALL_ABOVE}㎡"
    if not is_crowded(place):
        return Finding(question, Outcome.PASSES, _why_not_crowded(place, limit), law)
    why = (
        "이 영업은 넓이와 층에 관계없이 다중이용업이에요."
        if place.kind in DRINKING
        else f"{'지하' if place.floor < 0 else '지상'}에서 {limit} 이상이라 다중이용업이에요."
    )
    return Finding(
        question, Outcome.ASK, why, law, Whom.FIRE,
        "안전시설등을 갖추고 소방서에서 완비증명서(안전시설등 완비증명서)를 먼저 받아요.",
    )  # fmt: skip


def _why_not_crowded(place: Place, limit: str) -> str:
    if place.kind in OTHERS:
        return f"{KINDS[place.kind]}은 다중이용업에 들지 않아요."
    small = place.area < (SMALL_BELOW_GROUND if place.floor < 0 else SMALL_ABOVE)
    if small:
        return f"{'지하' if place.floor < 0 else '지상'}에서 {limit}보다 작아서 다중이용업이 아니에요."
    return "땅과 바로 이어진 층이고 주된 출입구가 건물 밖으로 바로 나서 다중이용업이 아니에요."


def building_use(place: Place, building: Building | None) -> Finding:
    """Only a use that names the business itself passes; the classes of uses stand in a table that was not read."""
    question = "건물의 용도가 맞나요?"
    law = "건축법 §19①; 식품위생법 시행규칙 §42② 2호"
    ask = "용도변경(허가·신고)이나 대장 기재 변경이 있어야 하는지 물어봐 주세요."
    if building is None:
        return Finding(question, Outcome.ASK, "건축물대장을 보지 못했어요.", law, Whom.BUILDING, ask)
    uses = building.uses_of(place.floor)
    if names_use(place.kind, uses):
        return Finding(question, Outcome.PASSES, f"건축물대장에 이 층은 ‘{', '.join(uses)}’이에요.", law)
    why = (
        f"건축물대장에 이 층은 ‘{', '.join(uses)}’이에요." if uses else "건축물대장에 이 층이 보이지 않아요."
    )
    return Finding(question, Outcome.ASK, why, f"{law}; 건축법 §19②; 건축법 §19③", Whom.BUILDING, ask)


def names_use(kind: str, uses: Iterable[str]) -> bool:
    """Does the register name the very business?"""
    word = {**EATING, **DRINKING}.get(kind, "")
    return bool(word) and any(word in use.replace(" ", "") for use in uses)


def sewage(place: Place, building: Building | None) -> Finding:
    """More sewage counts when a building grows or its use changes (하수도법 §35①); without a change of use it does not."""
    question = "정화조(개인하수처리시설)가 넉넉한가요?"
    if building is not None and names_use(place.kind, building.uses_of(place.floor)):
        return Finding(
            question, Outcome.PASSES, "이미 같은 용도로 쓰는 층이라 용도를 바꾸지 않아요. 늘려 지으면 다시 물어봐 주세요.",
            "하수도법 §35①",
        )  # fmt: skip
    return Finding(
        question, Outcome.ASK, "용도를 바꾸면 나오는 오수가 늘어 정화조를 늘려야 할 수 있어요.", "하수도법 §35①; 하수도법 §34①",
        Whom.SEWAGE, "공공하수도에 바로 이어졌는지, 정화조의 용량이 얼마인지 물어봐 주세요.",
    )  # fmt: skip


def earlier_licence(standing: Collection[Standing]) -> Finding:
    question = "이 자리에 이미 신고한 영업이 있나요?"
    left = [one for one in standing if one.in_force or one.state == "휴업"]
    ended = [one for one in standing if one.state == "취소"]
    if left:
        kinds = ", ".join(f"{one.kind}({one.state})" for one in left)
        return Finding(
            question, Outcome.ASK, f"우리 구 대장에 이 주소의 영업이 있어요: {kinds}.", "식품위생법 §39①; 식품위생법 §39③",
            Whom.FOOD, "가게를 넘겨받으면 새로 신고하지 않고 1개월 안에 영업자 지위승계를 신고해요. 앞 가게가 나갔으면 폐업신고가 먼저예요.",
        )  # fmt: skip
    if ended:
        return Finding(
            question, Outcome.ASK, "이 주소에서 취소되거나 폐쇄된 영업이 있어요. 일정 기간 같은 곳에서 할 수 없는 영업이 있어요.",
            "식품위생법 §38②", Whom.FOOD, "언제부터 할 수 있는지 물어봐 주세요.",
        )  # fmt: skip
    return Finding(
        question, Outcome.PASSES, "우리 구 대장에 이 주소의 식품 영업이 없어요.", "식품위생법 §39①"
    )
