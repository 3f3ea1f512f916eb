"""The same filing on a phone, without scripts, and by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys import filing, keyboard
from tests.journeys.house import House
from tests.journeys.transcript import Transcript

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
Check = Callable[[Page], None]
WORKING = "2026-11-25T10:00:00+09:00"


def test_on_a_phone_of_360_pixels(house: House, open_context: Open, check_page: Check) -> None:
    house.set_clock(WORKING)
    page = open_context(width=360, height=800).new_page()
    page.goto("/services/food-business-closure")
    check_page(page)
    filing.begin(page, "박순자")
    filing.answer_closure(page, check_page)
    filing.give_papers(page, check_page, upload=False)
    filing.submit(page, check_page, "박순자")


def test_without_scripts(house: House, open_context: Open, check_page: Check) -> None:
    house.set_clock(WORKING)
    page = open_context(scripts=False).new_page()
    page.goto("/services/mail-order-report")
    filing.begin(page, "설믜")
    filing.answer_mail_order(page, check_page)
    filing.give_papers(page, check_page, upload=True)
    filing.submit(page, check_page, "설믜")


def test_what_a_screen_reader_finds(house: House, open_context: Open) -> None:
    house.set_clock(WORKING)
    transcript = Transcript("closure")
    page = open_context().new_page()
    page.goto("/services/food-business-closure")
    transcript.add(page)
    filing.begin(page, "서하린")
    filing.answer_closure(page, transcript.add)
    filing.give_papers(page, transcript.add, upload=False)
    filing.submit(page, transcript.add, "서하린")

    transcript.hold()


def test_by_keyboard_alone(house: House, open_context: Open) -> None:
    house.set_clock(WORKING)
    page = open_context().new_page()
    page.goto("/services/food-business-closure")
    keyboard.press(page, page.get_by_role("link", name="신청하기").first)
    keyboard.press(page, page.get_by_role("button", name=re.compile("간편인증")))
    keyboard.press(page, page.get_by_role("button", name=re.compile("이대서")).first)
    keyboard.press(page, page.get_by_role("button", name=re.compile("시작")).first)
    keyboard.pick(page, page.get_by_label("개인", exact=True))
    keyboard.press(page, next_button(page))

    keyboard.type_into(page, page.get_by_label("가게 이름"), "하늘식당")
    keyboard.pick(page, page.get_by_label(re.compile("^일반음식점")))
    keyboard.type_into(page, page.get_by_label("허가·신고·등록 번호"), "제2024-0000001호")
    keyboard.type_into(page, page.get_by_label("도로명주소"), "서울특별시 서초구 시범대로 12")
    keyboard.press(page, next_button(page))

    for label, value in (("년", "2026"), ("월", "11"), ("일", "20")):
        keyboard.type_into(page, page.get_by_label(label, exact=True), value)
    keyboard.press(page, next_button(page))

    summary = page.get_by_text(re.compile("고칠 곳이 .*군데"))
    expect(summary).to_be_visible()
    assert page.evaluate("document.activeElement.closest('[class*=error]') !== null"), (
        "the summary takes the focus"
    )


def next_button(page: Page) -> Locator:
    return page.get_by_role("button", name="다음", exact=True)
