"""Before one is signed out for being idle, one is told and may stay with one press (KWCAG 2.2, 6.2.1)."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def staying(page: Page) -> Page:
    """A page of someone signed in for two hours, with the browser's clock in our hands."""
    page.clock.install()
    page.goto("/staying")
    return page


def test_nothing_is_said_while_there_is_time(staying: Page) -> None:
    staying.clock.fast_forward("01:54:00")

    expect(staying.locator("[data-session]")).to_be_hidden()


def test_five_minutes_before_one_is_told(staying: Page) -> None:
    staying.clock.fast_forward("01:55:01")

    expect(staying.get_by_text("5분 뒤에 로그아웃돼요.", exact=True)).to_be_visible()
    expect(staying.locator("#announcer")).to_contain_text("5분 뒤에 로그아웃돼요.")


def test_one_press_begins_the_time_anew(staying: Page) -> None:
    staying.clock.fast_forward("01:55:01")

    staying.get_by_role("button", name="계속하기").click()

    expect(staying.locator("[data-session]")).to_be_hidden()
    staying.clock.fast_forward("01:54:00")
    expect(staying.locator("[data-session]")).to_be_hidden()


def test_afterwards_the_way_back_is_offered(staying: Page) -> None:
    staying.clock.fast_forward("02:00:01")

    expect(staying.get_by_role("link", name="다시 로그인하고 이어서 하기")).to_have_attribute(
        "href", "/staying"
    )


def test_the_anonymous_are_not_counted(page: Page) -> None:
    page.goto("/display")

    assert page.locator("[data-session]").count() == 0
