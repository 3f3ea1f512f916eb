"""식품 영업 폐업신고, from everyday words to the end: accepted, decided by the officer alone, told by SMS."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys import filing, steps
from tests.journeys.house import House

pytestmark = pytest.mark.browser


def test_a_restaurant_closes(
    house: House, open_context: Callable[..., BrowserContext], check_page: Callable[[Page], None]
) -> None:
    house.set_clock("2026-11-20T20:30:00+09:00")  # Friday night: the office is closed
    resident = open_context().new_page()
    steps.search(resident, "가게 접으려고요")
    check_page(resident)
    resident.get_by_role("link", name="식당·카페·제과점").click()
    resident.get_by_role("link", name="자세히 보기").first.click()
    check_page(resident)
    filing.begin(resident, "김하늘")
    filing.answer_closure(resident, check_page)
    filing.give_papers(resident, check_page, upload=False)
    filing.submit(resident, check_page, "김하늘")
    resident.get_by_role("link", name="진행 보기").click()
    expect(resident.get_by_text("접수 시한").first).to_be_visible()

    house.set_clock("2026-11-23T09:00:00+09:00")  # Monday: the next working instant
    steps.reload_until(resident, "접수번호")
    check_page(resident)
    number = steps.shown_number(resident)

    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "yun")
    check_page(officer)
    officer.get_by_role("row", name=re.compile(number)).get_by_role("link").first.click()
    check_page(officer)
    steps.check_everything(officer)
    officer.get_by_role("link", name="수리", exact=True).first.click()
    check_page(officer)
    officer.get_by_role("button", name="수리하기").click()
    expect(officer.get_by_text("처리 완료").first).to_be_visible()

    steps.reload_until(resident, "모두 끝났어요")
    check_page(resident)
    letter = resident.get_by_role("link", name="결과 통지서(PDF)").get_attribute("href")
    fetched = resident.request.get(f"{house.url}{letter}")
    assert fetched.ok and fetched.body().startswith(b"%PDF")
    resident.goto("/my/")
    check_page(resident)
    expect(resident.get_by_text("식품 영업 폐업신고").first).to_be_visible()
    steps.inbox_tells(
        house, resident, "010-0000-0002", ("신청을 받았어요", "접수했어요", "수리했어요", "모두 끝났어요")
    )
