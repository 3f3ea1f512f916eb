"""The building register in the public shape: one hit, several, none, a refused key, somebody else's answer."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from eok.linkage import ports
from eok.linkage.adapters.http_building_register import Register
from eok.linkage.errors import LinkageError
from eok.linkage.ports import Address, Lot, lot_of
from tests.linkage.lines import line
from tests.linkage.scripted import Say, scripted
from tests.simulators.process import SECRET, running

PATH = "/1613000/BldRgstHubService"


@contextmanager
def rig(port: type) -> Iterator[Register]:
    with running("building_register") as simulator:
        yield Register(line("building_register", simulator.url + PATH), SECRET)


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    with rig(ports.BuildingRegister) as adapter:
        yield adapter


def lot(main: int, sub: int) -> Lot:
    return Lot("11650", "99900", mountain=False, main_no=main, sub_no=sub)


def test_each_floor_with_its_use_in_full(register: Register) -> None:
    found = register.floors(lot(101, 1))

    assert found is not None and found.trial
    assert [(one.floor, one.use) for one in found.floors] == [
        (-1, "제2종근린생활시설(일반음식점)"),
        (1, "제1종근린생활시설(휴게음식점)"),
        (2, "제2종근린생활시설(사무소)"),
        (3, "제2종근린생활시설(일반음식점)"),
    ]


def test_a_single_floor_is_no_list_there(register: Register) -> None:
    found = register.floors(lot(88, 4))

    assert found is not None and [one.floor for one in found.floors] == [1]


def test_a_lot_without_a_building(register: Register) -> None:
    assert register.floors(lot(999, 9)) is None


def test_a_refused_key_names_the_setting() -> None:
    with running("building_register") as simulator:
        stranger = Register(line("building_register", simulator.url + PATH), "guessed")
        with pytest.raises(LinkageError, match="EOK_BUILDING_REGISTER_SECRET"):
            stranger.check()


@pytest.mark.parametrize(
    "body", [b"<OpenAPI_ServiceResponse/>", b'{"response": {"header": {"resultCode": "99"}}}']
)
def test_what_it_does_not_promise_is_a_failure_and_no_building(body: bytes) -> None:
    with scripted(Say(body=body)) as other, pytest.raises(LinkageError):
        Register(line("building_register", other.url), SECRET).floors(lot(1, 0))


@pytest.mark.parametrize(
    ("jibun", "code", "expected"),
    [
        ("서울특별시 서초구 시험동 101-1 시범빌딩", "1165099900", (False, 101, 1)),
        ("서울특별시 서초구 시험동 산 12", "1165099900", (True, 12, 0)),
        ("서울특별시 서초구 시험동 7", "1165099900", (False, 7, 0)),
        ("서울특별시 서초구 시험동", "1165099900", None),
        ("서울특별시 서초구 시험동 7", "11650", None),
    ],
)
def test_the_lot_of_an_address(jibun: str, code: str, expected: tuple[bool, int, int] | None) -> None:
    found = lot_of(Address("시범대로 12", jibun, "06500", code, ""))

    assert (found and (found.mountain, found.main_no, found.sub_no)) == expected
