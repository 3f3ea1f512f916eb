"""The pages of rights and of where one is signed in, usable by everyone on a desk and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from tests import affairs
from tests.axe import faults
from tests.desk import rooms
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]


@pytest.mark.parametrize("width", [1280, 360])
def test_a_right_is_given_gone_through_and_taken_back(page: Page, portal: str, width: int) -> None:  # noqa: F811
    somebody = rooms.clerk()
    Officer.objects.filter(pk=somebody.pk).update(name="김새롬")
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(affairs.officer("civil_service", Role.OPERATOR)), page, portal)
    page.goto("/desk/sessions/")
    wrong = faults(page)
    page.get_by_role("link", name="권한 관리").click()
    wrong += faults(page)
    page.get_by_role("link", name="권한 주기").first.click()
    page.get_by_role("button", name="주기").click()
    wrong += faults(page)
    page.get_by_label("누구에게").select_option(somebody.login)
    page.get_by_label("맡은 일").select_option("team_lead")
    page.get_by_label("부서").select_option("economy")
    last = page.get_by_role("group", name="마지막 날")
    for part, value in (("년", "2027"), ("월", "5"), ("일", "31")):
        last.get_by_label(part, exact=True).fill(value)
    page.get_by_label("까닭").fill("팀장 직무대리")
    page.get_by_role("button", name="주기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("김새롬 주무관의 팀장 권한")
    wrong += faults(page)
    page.get_by_label("까닭").fill("돌아옴")
    page.get_by_role("button", name="지금 거두기").click()
    expect(page.get_by_role("main")).to_contain_text("돌아옴")
    page.goto("/desk/rights/review/")
    wrong += faults(page)
    page.get_by_label("점검 결과").fill("모두 맞음")
    page.get_by_role("button", name="점검했음").click()

    expect(page.get_by_role("main")).to_contain_text("모두 맞음")
    assert wrong + faults(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_a_password_is_asked_for_and_refused(page: Page, portal: str, width: int) -> None:  # noqa: F811
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(rooms.clerk()), page, portal)
    page.goto("/desk/password/")
    wrong = faults(page)
    page.get_by_label("지금 비밀번호").fill("wrong")
    page.get_by_label("새 비밀번호", exact=True).fill("고래 등대 소나기 우표")
    page.get_by_label("새 비밀번호 한 번 더").fill("고래 등대 소나기 우표")
    page.get_by_role("button", name="바꾸기").click()

    expect(page.get_by_role("alert")).to_contain_text("지금 비밀번호가 맞지 않습니다")
    assert wrong + faults(page) == []
    page.get_by_role("link", name="그만두기").click()
    page.get_by_role("button", name="다른 곳에서 모두 로그아웃").click()
    expect(page.get_by_role("alert")).to_contain_text("지금 비밀번호가 맞지 않습니다")
    assert faults(page) == []
