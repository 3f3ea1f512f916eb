"""이 자리에서 할 수 있나요: by look-up where a register answers, else with whom to ask; nothing typed is kept."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from eok.licences.actions.open import Entry, open_licence
from eok.licences.record import Who
from tests.portal import walking
from tests.portal.addresses import search  # noqa: F401
from tests.simulators.fixtures import _addresses_process, addresses  # noqa: F401
from tests.simulators.process import SECRET, Running, running

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

URL = "/sectors/food/here/"
CAFE = {
    "address": "시범대로 12", "kind": "rest-restaurant", "floor": "1", "area": "82.5", "opens_to_ground": "yes",
    "two_storeys": "no",
}  # fmt: skip


@pytest.fixture(scope="module")
def buildings() -> Any:
    with running("building_register") as simulator:
        yield simulator


@pytest.fixture
def connected(search: Running, buildings: Running, settings: Settings) -> Running:  # noqa: F811
    settings.EOK_BUILDING_REGISTER = "eok.linkage.adapters.http_building_register.Register"
    settings.EOK_BUILDING_REGISTER_URL = f"{buildings.url}/1613000/BldRgstHubService"
    settings.EOK_BUILDING_REGISTER_SECRET = SECRET
    buildings.control(mode="ok")
    return buildings


def asked(**more: str) -> str:
    return " ".join(walking.text(Client().post(URL, {**CAFE, **more})).split())


@pytest.mark.usefixtures("connected")
def test_a_place_that_is_used_so_already() -> None:
    page = asked()

    assert "살펴본 네 가지는 모두 통과예요" in page
    assert "서울특별시 서초구 시범대로 12" in page and "시험용" in page


@pytest.mark.usefixtures("connected")
def test_an_office_upstairs_and_large() -> None:
    page = asked(floor="2", area="140", opens_to_ground="no")

    assert "확인할 것이 3가지 있어요" in page
    assert "‘제2종근린생활시설(사무소)’" in page and "관할 소방서" in page
    assert "다중이용업소법 시행령 제2조제1호" in page


@pytest.mark.usefixtures("connected")
def test_who_is_here_already_is_told_without_a_name() -> None:
    columns = {"name": "순자네국수", "holder": "박순자", "kind": "휴게음식점",
               "premises": "서울특별시 서초구 시범대로 12, 1층 (시험동)"}  # fmt: skip
    who = Who("import", "x", "import:test", "식품위생법 §37④")
    open_licence(
        Entry("food-business", date(2020, 1, 2), columns, who), number_pattern="제{year}-{serial:07d}호"
    )

    page = asked()

    assert "우리 구 대장에 이 주소의 영업이 있어요: 휴게음식점(영업)." in page and "지위승계" in page
    assert "박순자" not in page and "순자네국수" not in page


@pytest.mark.usefixtures("connected")
def test_several_addresses_are_chosen_from_first() -> None:
    page = asked(address="시범로")

    assert "주소가 여러 개예요." in page and "살펴본" not in page
    assert "확인할 것이" in asked(address="시범로", road="서울특별시 서초구 시범로 88 (시험동, 시험아파트)")


def test_an_outage_of_the_register_is_said_and_asked_about(connected: Running) -> None:
    connected.control(mode="busy")

    page = asked()

    assert "건축물대장 시스템이 붐비거나 점검 중입니다." in page and "구청 건축 담당 부서" in page


def test_without_any_system_the_rest_is_still_answered() -> None:
    page = asked(area="40")

    assert "시스템이 연결되어 있지 않아요." in page
    assert "지상에서 100㎡보다 작아서 다중이용업이 아니에요." in page


@pytest.mark.parametrize(
    ("name", "typed"),
    [("address", ""), ("kind", "circus"), ("floor", "0"), ("area", "0"), ("area", "NaN"), ("area", "넓음"),
     ("area", "1e9"), ("opens_to_ground", ""), ("two_storeys", "maybe")],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_place_and_the_rest_is_kept(name: str, typed: str) -> None:
    answer = Client().post(URL, {**CAFE, name: typed})

    page = walking.text(answer)
    assert answer.status_code == 422
    assert f'id="{name}-error"' in page and 'id="error-summary"' in page
    assert ("82.5" in page) or name == "area"


def test_it_opens_empty() -> None:
    page = Client().get(URL)

    assert page.status_code == 200 and "알아보기" in walking.text(page)


def test_it_is_found_from_the_affairs_of_food() -> None:
    assert f'href="{URL}"' in Client().get("/sectors/food/").content.decode()
