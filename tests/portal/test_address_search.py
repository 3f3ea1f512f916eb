"""주소 찾기 on a page of an application: found, chosen, not found, down; what was typed always stays."""

import logging
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts import throttle
from eok.applications import drafts
from eok.applications.models import Draft
from eok.casework.supplements import Wanted
from eok.portal import address_search
from tests.portal import walking
from tests.portal.addresses import connect, search  # noqa: F401
from tests.portal.supplement_cases import FILE, PAPER, asked, pdf, url
from tests.simulators.fixtures import _addresses_process, addresses  # noqa: F401
from tests.simulators.process import Running

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]
BUILDING = "서울특별시 서초구 시범대로 12 (시험동, 시범빌딩)"
LINE = f"06500 {BUILDING}"
FIND = "find.address"
ADDRESS = Wanted("question", "address", "주된 사무소 주소", "등록증의 주소와 달라요.")


def press(client: Client, draft: Draft, *, part: bool = False, **typed: Any) -> Any:
    """Send the page as it stands with a press of 주소 찾기 or of what was found. part: as htmx does."""
    page = walking.page_url(draft, "business")
    sent = {**walking.hidden(client.get(page)), **typed}
    if part:
        return client.post(f"{page}save/", sent, headers={"HX-Request": "true"})
    return client.post(page, sent)


def find(client: Client, draft: Draft, words: str, **typed: Any) -> Any:
    return press(client, draft, **{"address.road": words, "do": FIND, **typed})


def said(response: Any) -> str:
    """The sentence under the address."""
    return walking.text(response).split('id="q-address-said"')[1].split(">")[1].split("<")[0]


def stored(draft: Draft) -> dict[str, Any]:
    return dict(drafts.read(Draft.objects.get(pk=draft.pk)).answers)


@pytest.mark.usefixtures("search")
def test_what_is_found_stands_under_the_field_and_everything_typed_is_kept() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = find(client, draft, "시범빌딩", trade_name="하늘상점", business_no="12")

    page = walking.text(response)
    assert response.status_code == 200
    assert said(response) == "1개를 찾았어요. 맞는 주소를 골라 주세요."
    assert f'name="address.chosen" value="{LINE}"' in page and "지번 서울특별시 서초구 시험동 101-1" in page
    assert "꾸며 낸 주소" in page
    assert 'value="하늘상점"' in page and 'value="12"' in page and 'value="시범빌딩"' in page
    assert 'id="error-summary"' not in page
    assert page.count("autofocus") == 1
    assert stored(draft)["trade_name"] == "하늘상점"
    assert stored(draft)["address"]["road"] == "시범빌딩"
    assert "business" not in drafts.read(Draft.objects.get(pk=draft.pk)).visited


@pytest.mark.usefixtures("search")
@pytest.mark.parametrize("part", [False, True])
def test_choosing_fills_road_and_postcode_and_leads_to_the_detail(part: bool) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = press(
        client, draft, part=part, **{"address.road": "시범", "address.detail": "3층", "address.chosen": LINE}
    )

    page = walking.text(response)
    assert response.status_code == 200
    assert stored(draft)["address"] == {"road": BUILDING, "detail": "3층", "postcode": "06500"}
    assert (
        page.count("autofocus") == 1 and "autofocus" in page.split('name="address.detail"')[1].split(">")[0]
    )
    assert ".chosen" not in page and "상세주소를 적어 주세요" in said(response)


@pytest.mark.usefixtures("search")
def test_with_scripts_the_questions_alone_come_back() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = press(client, draft, part=True, **{"address.road": "시범로", "do": FIND})

    page = walking.text(response)
    assert page.lstrip().startswith('<div id="questions"') and "autofocus" not in page
    assert said(response) == "3개를 찾았어요. 맞는 주소를 골라 주세요."


@pytest.mark.usefixtures("search")
def test_too_many_are_cut_with_a_word_how_to_find_the_right_one() -> None:
    client, _ = walking.signed_in()

    response = find(client, walking.begun(client), "시범대로")

    assert said(response).startswith("처음 10개예요.") and "더 자세히" in said(response)
    assert walking.text(response).count('name="address.chosen"') == 10


@pytest.mark.usefixtures("search")
@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ("", 422, "도로 이름과 건물 번호, 또는 건물 이름을 적어 주세요."),
        ("   ", 422, "도로 이름과 건물 번호, 또는 건물 이름을 적어 주세요."),
        ("시", 422, "도로 이름과 건물 번호를 함께 적어 주세요."),
        ("가" * 10_000, 422, "도로 이름과 건물 번호를 함께 적어 주세요."),
        ("시범\x00대로", 422, "보이지 않는 글자"),
        ("시범\u202e대로", 422, "보이지 않는 글자"),
        ("없는 길 1", 200, "찾은 주소가 없어요."),
        ("시범대로 12' OR 1=1 <b>", 200, "찾은 주소가 없어요."),
        ("🌤🌤", 200, "찾은 주소가 없어요."),
    ],
)
def test_words_that_lead_nowhere_get_a_sentence_and_stay(words: str, status: int, sentence: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = find(client, draft, words, **{"address.detail": "3층"})

    assert response.status_code == status
    assert sentence in said(response)
    assert 'value="3층"' in walking.text(response)
    assert walking.sent(client, draft, "business")["Location"].endswith("/selling/")


@pytest.mark.usefixtures("search")
@pytest.mark.parametrize(
    "chosen", ["x", " ", "06500 ", f"0650 {BUILDING}", "06500 " + "가" * 500, "06500 길\x07"]
)
def test_a_choice_nobody_offered_is_typed_like_any_other(chosen: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = press(client, draft, part=False, **{"address.chosen": chosen})

    assert response.status_code in (200, 422)
    assert not isinstance(stored(draft).get("address"), dict) or "typed" in stored(draft)["address"]


@pytest.mark.parametrize("part", [False, True])
def test_the_outside_system_being_down_is_nobodys_mistake(
    part: bool, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    connect(settings, "http://127.0.0.1:9/")
    caplog.set_level(logging.DEBUG)
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = press(client, draft, part=part, **{"address.road": "시범대로 12", "do": FIND})

    assert response.status_code == 200
    assert "지금은 주소를 찾을 수 없어요." in said(response) and "직접 적어" in said(response)
    assert 'value="시범대로 12"' in walking.text(response)
    assert "시범대로" not in caplog.text


def test_an_error_of_the_outside_system_is_the_same(search: Running) -> None:  # noqa: F811
    search.control(mode="error")
    client, _ = walking.signed_in()

    response = find(client, walking.begun(client), "시범대로")

    assert response.status_code == 200 and "지금은 주소를 찾을 수 없어요." in said(response)


@pytest.mark.parametrize(
    "adapter", ["eok.linkage.adapters.manual.Addresses", "eok.linkage.adapters.none.Such"]
)
def test_where_nothing_is_connected_there_is_no_button_and_a_press_hurts_nothing(
    adapter: str, settings: Settings
) -> None:
    connect(settings, "", adapter)
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = find(client, draft, "시범대로 12")

    page = walking.text(response)
    assert response.status_code == 200 and "주소 찾기</button>" not in page
    assert ("직접 적어 주세요" in said(response)) is ("manual" in adapter)
    assert stored(draft)["address"]["road"] == "시범대로 12"


@pytest.mark.usefixtures("search")
def test_whoever_never_stops_searching_is_slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    monkeypatch.setattr(throttle, "of_address_search", lambda one: throttle.Door(f"addresses {one}", free=1))

    found = [find(client, draft, "시범로") for _ in range(2)]

    assert [response.status_code for response in found] == [200, 429]
    assert said(found[-1]) == address_search.OFTEN


@pytest.mark.usefixtures("search")
def test_enter_in_a_field_goes_on_and_does_not_search() -> None:
    client, _ = walking.signed_in()

    page = walking.text(client.get(walking.page_url(walking.begun(client), "business")))

    first = page.split('data-autosave="')[1].split("<button")[1].split(">")[0]
    assert 'name="do" value="next" hidden' in first


@pytest.mark.usefixtures("search")
def test_another_device_that_was_faster_is_told_here_too() -> None:
    client, person = walking.signed_in()
    draft = walking.begun(client)
    page = walking.page_url(draft, "business")
    old = walking.hidden(client.get(page))
    other, _ = walking.signed_in(person)
    walking.sent(other, draft, "business", trade_name="책상상점")

    response = client.post(page, {**old, "address.road": "시범로", "do": FIND})

    assert response.status_code == 409 and 'value="시범로"' in walking.text(response)


@pytest.mark.usefixtures("search")
def test_in_a_supplement_it_is_found_and_chosen_with_files_kept() -> None:
    client, person = walking.signed_in()
    case = asked(person, ADDRESS, PAPER)

    found = client.post(url(case), {"address.road": "시범빌딩", FILE: [pdf()], "do": FIND})
    chosen = client.post(
        url(case), {**walking.hidden(found), "address.detail": "4층", "address.chosen": LINE}
    )

    assert found.status_code == chosen.status_code == 200
    assert said(found).startswith("1개를 찾았어요.") and "증명.pdf" in walking.text(chosen)
    assert f'value="{BUILDING}"' in walking.text(chosen) and 'value="4층"' in walking.text(chosen)
    assert "hx-post" not in walking.text(found)
    case.refresh_from_db()
    assert case.state == "supplement"


@pytest.mark.usefixtures("search")
def test_in_a_supplement_an_empty_search_says_what_to_type() -> None:
    client, person = walking.signed_in()
    case = asked(person, ADDRESS)

    response = client.post(url(case), {"address.road": "", "do": FIND})

    assert response.status_code == 422 and "적어 주세요" in said(response)
    assert 'id="error-summary"' not in walking.text(response)
