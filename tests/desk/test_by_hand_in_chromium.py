"""What officers do by hand, usable by everyone on a desk and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from eok.notify.models import Message
from tests.axe import faults
from tests.desk import rooms
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_message_is_sent_by_hand(page: Page, portal: str, width: int) -> None:  # noqa: F811
    clerk = rooms.clerk()
    case = rooms.accepted()
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(clerk), page, portal)
    page.goto("/desk/")
    page.get_by_role("navigation", name="저장한 조건").get_by_role("link", name="손으로 할 일").click()
    wrong = faults(page)
    page.get_by_role("link", name="접수했어요").click()
    wrong += faults(page)
    page.get_by_role("link", name="가림 풀기").click()
    page.get_by_role("button", name="가림 풀기").click()
    expect(page.get_by_role("button", name="글 복사")).to_be_visible()
    wrong += faults(page)
    page.get_by_role("button", name="보냈음").click()

    expect(page.get_by_role("main")).to_contain_text(f"{case.case_no}의 문자를 보냈다고 적었어요.")
    assert wrong + faults(page) == []
    assert Message.objects.filter(state="sent_by_hand").count() == 1


@pytest.mark.parametrize("width", [1280, 360])
def test_a_look_up_is_noted_by_hand(page: Page, portal: str, width: int) -> None:  # noqa: F811
    clerk = rooms.clerk()
    case = rooms.accepted()
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(clerk), page, portal)
    page.goto(rooms.page(case))
    wrong = faults(page)
    page.get_by_role("button", name="조회한 것 적기").click()
    expect(page.locator("#error-summary")).to_be_focused()
    wrong += faults(page)
    page.get_by_label("조회한 곳(기관)").fill("국세청 홈택스")
    page.get_by_role("group", name="신청한 내용과").get_by_text("맞음").click()
    page.get_by_role("button", name="조회한 것 적기").click()

    expect(page.get_by_role("main")).to_contain_text("국세청 홈택스에서 2026년 11월 23일(월)에 직접 조회")
    assert wrong + faults(page) == []


def test_what_waits_for_a_look_up_is_found_from_the_worklist(page: Page, portal: str) -> None:  # noqa: F811
    clerk = rooms.clerk()
    rooms.accepted()
    lend_session(rooms.desk(clerk), page, portal)
    page.goto("/desk/")
    page.get_by_role("navigation", name="저장한 조건").get_by_role("link", name="공동이용 조회").click()
    wrong = faults(page)
    page.get_by_role("link", name="사업자등록증명").click()

    expect(page.get_by_role("button", name="조회한 것 적기")).to_be_visible()
    assert wrong == []
