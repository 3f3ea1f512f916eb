"""Without scripts the pages do the same work."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(chromium: Browser, site: str) -> Page:
    context = chromium.new_context(base_url=site, java_script_enabled=False, locale="ko-KR")
    return context.new_page()


def test_letters_grow_and_the_reader_stays_where_they_were(plain: Page) -> None:
    plain.goto("/krds/")
    plain.locator(".head-tools summary", has_text="글자 크기").first.click()

    plain.locator(".head-tools .drop").get_by_role("button", name="아주 크게").click()

    assert plain.url.endswith("/krds/")
    expect(plain.locator("html")).to_have_attribute("data-text", "huge")


def test_the_reason_of_a_date_opens(plain: Page) -> None:
    plain.goto("/krds/")

    plain.locator(".period summary").click()

    expect(plain.locator(".period .sum")).to_be_visible()


def test_a_file_can_be_chosen(plain: Page) -> None:
    plain.goto("/uploading")

    expect(plain.locator("#up")).to_be_visible()


def test_the_error_summary_takes_the_focus(plain: Page) -> None:
    plain.goto("/krds/")

    expect(plain.locator("#error-summary")).to_be_focused()


def test_what_only_scripts_can_do_is_not_offered(plain: Page) -> None:
    plain.goto("/copying")

    expect(plain.get_by_role("button", name="복사")).to_be_hidden()
    expect(plain.get_by_role("button", name="인쇄")).to_be_hidden()
