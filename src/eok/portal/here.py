"""Builds 「이 자리에서 할 수 있나요」: what was typed about a place, what the registers say of it, what is left to ask.

Nothing is kept, nothing stands in an address of the net, nobody needs to sign in: a lease is signed before a filing is
begun. 건축물대장 is public (건축법 §38①); of our register only the kind and state of a business at the address is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from eok.core import clock
from eok.core.errors import EokError
from eok.krds.fields import Choice, Field, Kind
from eok.licences import queries as licences
from eok.linkage import ports, registry
from eok.linkage.errors import LinkageError
from eok.linkage.ports import Address, lot_of
from eok.offices import queries as offices
from eok.rules import premises
from eok.rules.matching import building_of
from eok.rules.premises import KINDS, Building, Finding, FloorUse, Outcome, Place, Standing, Whom

REGISTER = "food-business"
FLOORS = range(-5, 61)
MOST_AREA = Decimal(100_000)
LONGEST_ADDRESS = 120
YES_NO = (Choice("yes", "네"), Choice("no", "아니요"))
WHOM = {
    Whom.BUILDING: "구청 건축 담당 부서",
    Whom.SEWAGE: "구청 하수(정화조) 담당 부서",
    Whom.FIRE: "관할 소방서",
}
"""Whom the district's folder names no department for; the office's number connects."""


@dataclass(frozen=True)
class Asked:
    """What was typed, and what is wrong with it."""

    given: Mapping[str, str]
    errors: Mapping[str, str]
    place: Place | None
    address: str


@dataclass(frozen=True)
class Line:
    """One of the four as the page shows it."""

    finding: Finding
    passes: bool
    whom: str
    phone: str


@dataclass(frozen=True)
class Answer:
    lines: tuple[Line, ...]
    address: str
    building: str
    """Where the use of the building was read, or why it was not."""
    trial: bool

    @property
    def open(self) -> int:
        return sum(not line.passes for line in self.lines)


@dataclass(frozen=True)
class Seen:
    """What the outside said of the place."""

    address: str
    building: Building | None
    told: str
    trial: bool = False
    choices: tuple[Address, ...] = ()
    """Several addresses fit the words: one has to be chosen first."""


def read(given: Mapping[str, str]) -> Asked:
    """Everything typed, as far as it can be used."""
    errors: dict[str, str] = {}
    address = " ".join((given.get("road") or given.get("address", "")).split())
    if not 2 <= len(address) <= LONGEST_ADDRESS:
        errors["address"] = "가게 자리의 도로명주소를 적어 주세요. 도로 이름과 건물 번호까지면 돼요."
    kind, area, floor = given.get("kind", ""), _area(given.get("area", "")), _floor(given.get("floor", ""))
    if kind not in KINDS:
        errors["kind"] = "하려는 영업을 골라 주세요."
    if area is None:
        errors["area"] = "쓰려는 넓이를 ㎡로 적어 주세요. 예) 82.5"
    if floor is None:
        errors["floor"] = "몇 층인지 골라 주세요."
    for name in ("opens_to_ground", "two_storeys"):
        if given.get(name) not in ("yes", "no"):
            errors[name] = "네와 아니요 가운데 골라 주세요."
    if errors or area is None or floor is None:
        return Asked(given, errors, None, address)
    opens, storeys = (given.get(name) == "yes" for name in ("opens_to_ground", "two_storeys"))
    return Asked(given, {}, Place(kind, area, floor, opens, storeys), address)


def look(asked: Asked, *, chosen: bool) -> Seen:
    """Find the building and ask its register; whatever fails is told and asked about."""
    if not registry.port("addresses").connected:
        return Seen(asked.address, None, "주소와 건축물대장을 찾는 시스템이 연결되어 있지 않아요.")
    try:
        found = registry.port("addresses").search(asked.address)
    except EokError as error:
        return Seen(asked.address, None, error.message)
    same = [one for one in found if building_of(one.road).endswith(building_of(asked.address))]
    if len(same) != 1 and len(found) > 1 and not chosen:
        return Seen(asked.address, None, "", choices=tuple(found))
    one = next(iter(same or found), None)
    if one is None:
        return Seen(
            asked.address, None, "그런 주소를 찾지 못해 건축물대장을 보지 못했어요. 주소를 다시 봐 주세요."
        )
    return _building(one)


def answer(place: Place, seen: Seen) -> Answer:
    found = premises.findings(place, seen.building, _standing(seen.address))
    return Answer(tuple(_line(one) for one in found), seen.address, seen.told, seen.trial)


def fields(asked: Asked) -> tuple[Field, ...]:
    """As they were typed, with what is wrong in its place."""

    def made(name: str, label: str, kind: Kind = Kind.TEXT, **more: object) -> Field:
        value, error = asked.given.get(name, ""), asked.errors.get(name, "")
        return Field(name, name, label, kind, value, error=error, autosave=False, **more)  # type: ignore[arg-type]  # keywords of Field

    floors = tuple(Choice(str(n), f"지하 {-n}층" if n < 0 else f"{n}층") for n in FLOORS if n)
    return (
        made("address", "가게 자리의 주소", help="도로 이름과 건물 번호. 예) 시범대로 12", max_length=LONGEST_ADDRESS),
        made("kind", "하려는 영업", Kind.SELECT, options=(Choice("", "골라 주세요"), *_kinds())),
        made("floor", "몇 층인가요?", Kind.SELECT, options=(Choice("", "골라 주세요"), *floors)),
        made("area", "쓰려는 넓이", Kind.NUMBER, unit="㎡", inputmode="decimal", width="w-6",
             help="조리하는 곳과 손님이 앉는 곳을 모두 더해요."),
        made("opens_to_ground", "1층이거나 땅에 바로 닿은 층이고, 주된 출입구가 건물 밖으로 바로 나 있나요?", Kind.TILES, options=YES_NO),
        made("two_storeys", "안쪽 계단으로 이어진 두 층을 함께 쓰나요?", Kind.TILES, options=YES_NO),
    )  # fmt: skip


def _kinds() -> tuple[Choice, ...]:
    return tuple(Choice(key, label) for key, label in KINDS.items())


def _area(typed: str) -> Decimal | None:
    try:
        area = Decimal(typed.replace(",", "").strip())
    except InvalidOperation:
        return None
    return area if area.is_finite() and 0 < area <= MOST_AREA else None


def _floor(typed: str) -> int | None:
    known = {str(n): n for n in FLOORS if n}
    return known.get(typed)


def _building(one: Address) -> Seen:
    lot, register = lot_of(one), registry.port("building_register")
    if not register.connected or lot is None:
        return Seen(one.road, None, "건축물대장을 찾는 시스템이 연결되어 있지 않아요.", one.trial)
    try:
        found = register.floors(lot)
    except LinkageError as error:
        return Seen(one.road, None, error.message, one.trial)
    if found is None:
        return Seen(one.road, None, "이 주소의 건축물대장을 찾지 못했어요.", one.trial)
    return Seen(
        one.road,
        _uses(found),
        f"건축물대장에서 봤어요({clock.seoul_now():%Y.%m.%d}).",
        one.trial or found.trial,
    )


def _uses(found: ports.BuildingFound) -> Building:
    return Building(tuple(FloorUse(one.floor, one.use) for one in found.floors))


def _standing(address: str) -> list[Standing]:
    """Kind and state alone: who runs it is nobody's business here (개인정보 보호법 §3②)."""
    rows = licences.at_place(REGISTER, address)
    states = licences.standings(rows, clock.seoul_now().date())
    return [
        Standing(
            licences.content(row).get("kind", "") or "식품 영업",
            states[row.pk].label,
            states[row.pk].in_force,
        )
        for row in rows
    ]


def _line(finding: Finding) -> Line:
    whom, phone = ("", "") if finding.whom is None else _whom(finding.whom)
    return Line(finding, finding.outcome is Outcome.PASSES, whom, phone)


def _whom(whom: Whom) -> tuple[str, str]:
    if whom is Whom.FOOD:
        keeper = offices.department(offices.register(REGISTER).department, on=clock.seoul_now().date())
        return f"{offices.district().office_name} {keeper.name}", keeper.phone
    return WHOM[whom], "" if whom is Whom.FIRE else offices.district().phone
