"""A form saves what is typed, says so, and asks before unsaved answers are left."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.krds import pages_to_try

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _nothing_saved() -> None:
    pages_to_try.saved.clear()


def test_a_change_is_saved_and_announced(page: Page) -> None:
    page.goto("/saving")

    page.get_by_label("상호").fill("하늘상점")
    page.get_by_label("상호").blur()

    expect(page.locator("#announcer")).to_have_text("14시 3분에 임시저장했어요")
    expect(page.locator("[data-saved-text]")).to_have_text("14시 3분에 임시저장했어요")
    assert pages_to_try.saved[-1]["a"] == "하늘상점"


def test_typing_is_saved_after_a_pause_without_leaving_the_field(page: Page) -> None:
    page.goto("/saving")

    page.get_by_label("상호").press_sequentially("가게")

    expect(page.locator("[data-saved-text]")).to_have_text("14시 3분에 임시저장했어요")
    assert [s["a"] for s in pages_to_try.saved] == ["가게"]


def test_a_failed_save_says_so_and_leaving_asks(page: Page) -> None:
    asked: list[str] = []
    page.goto("/saving")
    page.get_by_label("상호").fill("끊김")
    page.get_by_label("상호").blur()
    expect(page.locator("[data-saved-text]")).to_have_text("저장하지 못했어요. 연결을 확인해 주세요.")
    page.once("dialog", lambda dialog: _stay(dialog, asked))

    page.get_by_role("link", name="다른 곳").click()

    page.wait_for_function("document.title.includes('시험 쪽')")
    assert asked == ["beforeunload"]


def typed(page: Page, text: str) -> None:
    page.get_by_label("상호").fill(text)
    page.get_by_label("상호").blur()


def test_a_refused_save_is_told_in_place_and_what_was_typed_stays(page: Page) -> None:
    page.goto("/saving")

    typed(page, "겹침")

    expect(page.locator("[data-save-notice]")).to_contain_text(pages_to_try.OVER)
    expect(page.locator("[data-save-notice]").get_by_role("link")).to_have_text("저장된 것 불러오기")
    expect(page.locator("#announcer")).to_have_text(pages_to_try.OVER)
    expect(page.locator("#toasts")).to_have_text(pages_to_try.OVER)
    expect(page.locator("[data-saved-text]")).to_have_text("저장하지 못했어요")
    expect(page.get_by_label("상호")).to_have_value("겹침")


def test_a_save_that_goes_through_takes_the_notice_away(page: Page) -> None:
    page.goto("/saving")
    typed(page, "겹침")
    expect(page.locator("[data-save-notice]")).to_contain_text(pages_to_try.OVER)

    typed(page, "하늘상점")

    expect(page.locator("[data-saved-text]")).to_have_text("14시 3분에 임시저장했어요")
    expect(page.locator("[data-save-notice]")).to_be_empty()


def test_a_whole_page_in_answer_is_no_notice(page: Page) -> None:
    page.goto("/saving")

    typed(page, "막힘")

    expect(page.locator("[data-saved-text]")).to_have_text("저장하지 못했어요. 연결을 확인해 주세요.")
    expect(page.locator("[data-save-notice]")).to_be_empty()


def _stay(dialog: Dialog, asked: list[str]) -> None:
    asked.append(dialog.type)
    dialog.dismiss()


def test_saved_answers_can_be_left_without_a_question(page: Page) -> None:
    page.goto("/saving")
    page.get_by_label("상호").fill("하늘상점")
    page.get_by_label("상호").blur()
    expect(page.locator("#announcer")).to_have_text("14시 3분에 임시저장했어요")

    page.get_by_role("link", name="다른 곳").click()

    expect(page.locator("body")).to_have_text("x")


def test_a_long_answer_shows_its_length(page: Page) -> None:
    page.goto("/saving")

    page.get_by_label("말").fill("가나다")

    expect(page.locator(".count-note")).to_have_text("3자 / 100자")


def test_what_the_qr_holds_is_sent_by_the_form(page: Page) -> None:
    pages_to_try.sent.clear()

    page.goto("/sealed#12345")

    expect(page.locator("body")).to_have_text("ok")
    assert pages_to_try.sent == ["12345"]


def test_a_form_goes_once(page: Page) -> None:
    pages_to_try.sent.clear()
    page.goto("/sending")
    page.get_by_label("상호").fill("가게")

    page.get_by_role("button", name="제출").dblclick()

    expect(page.locator("body")).to_have_text("ok")
    assert pages_to_try.sent == ["가게"]
