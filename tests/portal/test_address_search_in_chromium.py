"""주소 찾기 in a real browser, with scripts and without, on the narrowest screen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from eok.applications import drafts
from eok.applications.models import Draft
from tests.axe import violations
from tests.portal import walking
from tests.portal.addresses import search  # noqa: F401
from tests.portal.chromium import lend_session, portal  # noqa: F401
from tests.simulators.fixtures import _addresses_process, addresses  # noqa: F401

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("search"),
]
WIDTH = 360


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def page(chromium: Browser, portal: str, scripts: bool) -> Iterator[Page]:  # noqa: F811
    context = chromium.new_context(
        base_url=portal, locale="ko-KR", viewport={"width": WIDTH, "height": 800}, java_script_enabled=scripts
    )
    yield context.new_page()
    context.close()


def at_the_address(page: Page, portal: str) -> Draft:  # noqa: F811
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    lend_session(client, page, portal)
    page.goto(walking.page_url(draft, "business"))
    return draft


def accessible(page: Page, scripts: bool) -> bool:
    """axe is a script itself; without scripts the page holds the same elements."""
    return not scripts or violations(page) == []


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= WIDTH)


def test_an_address_is_found_and_chosen_by_keyboard(page: Page, portal: str, scripts: bool) -> None:  # noqa: F811
    draft = at_the_address(page, portal)
    page.get_by_label("상호").fill("하늘상점")
    page.get_by_label("도로명주소").fill("시범대로")
    loads: list[str] = []
    page.on("load", lambda _: loads.append(page.url))

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="주소 찾기")).to_be_focused()
    page.keyboard.press("Enter")

    place = page.locator("#q-address")
    expect(place.get_by_role("status")).to_contain_text("처음 10개예요.")
    expect(place.get_by_role("listitem")).to_have_count(10)
    expect(
        page.get_by_role("button", name="주소 찾기") if scripts else place.get_by_role("status")
    ).to_be_focused()
    expect(page.get_by_label("상호")).to_have_value("하늘상점")
    assert accessible(page, scripts) and fits(page)

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="시범대로 12 (시험동")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_label("상세주소")).to_be_focused()
    expect(page.get_by_label("도로명주소")).to_have_value("서울특별시 서초구 시범대로 12 (시험동, 시범빌딩)")
    expect(page.get_by_label("우편번호")).to_have_value("06500")
    expect(place.get_by_role("listitem")).to_have_count(0)
    assert accessible(page, scripts) and fits(page)
    assert (loads == []) is scripts
    page.keyboard.type("3층")
    page.keyboard.press("Enter")
    expect(page.locator("#error-summary")).to_contain_text("사업자등록번호")
    expect(page.locator("#error-summary")).not_to_contain_text("주소")
    stored = drafts.read(Draft.objects.get(pk=draft.pk)).answers
    assert stored["address"] == {
        "road": "서울특별시 서초구 시범대로 12 (시험동, 시범빌딩)", "detail": "3층", "postcode": "06500",
    }  # fmt: skip
    assert stored["trade_name"] == "하늘상점"


def test_nothing_found_is_said_in_its_place(page: Page, portal: str, scripts: bool) -> None:  # noqa: F811
    at_the_address(page, portal)
    page.get_by_label("도로명주소").fill("없는 길 1")

    page.get_by_role("button", name="주소 찾기").click()

    expect(page.locator("#q-address").get_by_role("status")).to_contain_text("찾은 주소가 없어요.")
    expect(page.get_by_label("도로명주소")).to_have_value("없는 길 1")
    assert accessible(page, scripts) and fits(page)
