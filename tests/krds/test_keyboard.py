"""Everything by keyboard: the way past the header, error links, menus, the officer's keys."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_first_stop_leads_past_the_header(page: Page) -> None:
    page.goto("/display")

    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_an_error_link_leads_into_its_field(page: Page) -> None:
    page.goto("/krds/")
    expect(page.locator("#error-summary")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#brn")).to_be_focused()


def test_a_menu_closes_with_escape_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/display")
    summary = page.locator(".head-tools .drop summary").first
    summary.press("Enter")
    page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    expect(summary).to_be_focused()
    expect(page.locator(".head-tools .drop-body").first).to_be_hidden()


def test_rows_are_walked_and_chosen(page: Page) -> None:
    page.goto("/krds/desk/")

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("x")

    expect(page.locator("[data-row]").first).to_have_class("is-cursor is-chosen")
    expect(page.locator("[data-row] [data-open]").first).to_be_focused()
    expect(page.locator("[data-batch-count]")).to_have_text("2")


def test_the_slash_searches_and_letters_are_then_typed(page: Page) -> None:
    page.goto("/krds/desk/")

    page.keyboard.press("/")
    page.keyboard.type("jx?")

    expect(page.locator("#desk-search")).to_have_value("jx?")
    expect(page.locator("#key-help")).to_be_hidden()


def test_all_keys_are_told_and_can_be_turned_off(page: Page) -> None:
    page.goto("/krds/desk/")
    page.keyboard.press("?")
    expect(page.locator("#key-help")).to_be_visible()

    page.get_by_label("글자 하나로 하는 자판 쓰기").uncheck()
    page.get_by_role("button", name="닫기").click()
    page.keyboard.press("j")

    assert page.locator(".is-cursor").count() == 0


def test_on_paper_there_is_no_navigation_and_all_is_unfolded(page: Page) -> None:
    page.goto("/krds/")

    page.emulate_media(media="print")

    expect(page.locator(".head")).to_be_hidden()
    expect(page.locator(".foot nav")).to_be_hidden()
    expect(page.locator("h1").first).to_be_visible()
