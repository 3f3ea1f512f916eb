"""Questions appear under their cause in a real browser, with scripts at once and without them by 다음."""

import pytest
from playwright.sync_api import Page, expect

from tests.axe import violations
from tests.forms import pages_to_try

pytestmark = pytest.mark.browser

WITH, WITHOUT = "with scripts", "without scripts"


@pytest.fixture(autouse=True)
def _nothing_asked() -> None:
    pages_to_try.asked.clear()


@pytest.mark.parametrize("page", [WITH], indirect=True)
def test_a_question_appears_at_once_and_nothing_typed_is_lost(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("상호").fill("하늘상점")
    page.get_by_label("년", exact=True).fill("2026")
    assert pages_to_try.asked == ["whole"]

    page.get_by_label("네", exact=True).check()

    expect(page.get_by_label("소비자피해보상보험")).to_be_visible()
    expect(page.get_by_label("상호")).to_have_value("하늘상점")
    expect(page.get_by_label("년", exact=True)).to_have_value("2026")
    expect(page.get_by_label("네", exact=True)).to_be_focused()
    expect(page.locator(".field-error")).to_have_count(0)
    assert pages_to_try.asked == ["whole", "part"]


@pytest.mark.parametrize("page", [WITH], indirect=True)
def test_a_question_that_was_opened_opens_the_next_by_keyboard(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("네", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("결제대금예치")).to_be_visible()

    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.get_by_label("중개자 이름")).to_be_visible()
    expect(page.get_by_label("결제대금예치")).to_be_focused()


@pytest.mark.parametrize("page", [WITH], indirect=True)
def test_another_answer_takes_the_question_away_again(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("네", exact=True).check()
    expect(page.get_by_label("소비자피해보상보험")).to_be_visible()

    page.get_by_label("아니요", exact=True).check()

    expect(page.get_by_label("소비자피해보상보험")).to_have_count(0)


@pytest.mark.parametrize("page", [WITHOUT], indirect=True)
def test_without_scripts_next_shows_the_question_and_keeps_everything(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("상호").fill("하늘상점")
    page.get_by_label("사업자등록번호").fill("123-45-67890")
    page.get_by_label("네", exact=True).check()

    page.get_by_role("button", name="다음").click()

    expect(page.get_by_label("소비자피해보상보험")).to_be_visible()
    expect(page.get_by_label("상호")).to_have_value("하늘상점")
    expect(page.get_by_label("사업자등록번호")).to_have_value("123-45-67890")
    expect(page.get_by_role("group", name="어떤 구매안전서비스를 쓰나요?")).not_to_contain_text("골라 주세요")


@pytest.mark.parametrize("page", [WITH, WITHOUT], indirect=True)
def test_a_line_of_the_summary_leads_to_its_control(page: Page) -> None:
    page.goto("/form")
    page.get_by_label("네", exact=True).check()
    page.get_by_role("button", name="다음").click()
    page.get_by_role("button", name="다음").click()
    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link").first).to_have_text("사업자등록번호를 적어 주세요.")

    summary.get_by_role("link", name="구매안전서비스를 골라 주세요.").click()

    expect(page.get_by_label("결제대금예치")).to_be_focused()


@pytest.mark.parametrize("page", [WITH], indirect=True)
@pytest.mark.parametrize("address", ["/form", "/official"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_state_is_accessible_and_fits(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    if address == "/form":
        page.get_by_label("네", exact=True).check()
        expect(page.get_by_label("소비자피해보상보험")).to_be_visible()
        page.get_by_role("button", name="다음").click()

    assert violations(page) == []
    assert page.evaluate("window.violations") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
