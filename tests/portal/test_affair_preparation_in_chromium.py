"""준비할 것 in a browser: an answer opens the next question where one is, and without scripts at the button."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import violations
from tests.portal.chromium import page, portal  # noqa: F401
from tests.portal.walking import MAIL_ORDER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]
ESCROW, MARKETPLACE = "결제대금예치(에스크로)", "오픈마켓 등 통신판매중개자를 통해"


def paper(page: Page, name: str) -> Locator:  # noqa: F811
    return page.locator(".paper-list li").filter(has=page.get_by_text(name, exact=True))


def test_a_question_opens_under_its_cause_and_the_focus_stays(page: Page) -> None:  # noqa: F811
    page.goto(f"/services/{MAIL_ORDER}")

    for label in ("개인", "네", ESCROW, MARKETPLACE):
        with page.expect_response(re.compile("services")):
            page.get_by_label(label, exact=True).check(force=True)
        expect(page.get_by_label(label, exact=True)).to_be_focused()

    expect(paper(page, "결제대금예치 이용 확인증")).to_contain_text("내가 준비")
    expect(paper(page, "구매안전서비스 이용 확인증")).to_contain_text("해당 없음")
    assert violations(page) == []


def test_without_scripts_the_button_asks_the_next_question(chromium: Browser, portal: str) -> None:  # noqa: F811
    context = chromium.new_context(base_url=portal, locale="ko-KR", java_script_enabled=False)
    page = context.new_page()  # noqa: F811
    page.goto(f"/services/{MAIL_ORDER}")

    for label in ("네", ESCROW, MARKETPLACE):
        page.get_by_label(label, exact=True).check(force=True)
        page.get_by_role("button", name="서류 다시 보기").click()

    expect(paper(page, "결제대금예치 이용 확인증")).to_contain_text("내가 준비")
    expect(paper(page, "구매안전서비스 이용 확인증")).to_contain_text("해당 없음")
    context.close()
