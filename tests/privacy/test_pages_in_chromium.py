"""The pages about one's own data, of residents and officers: usable by everyone on a desk and on a phone, without scripts too."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from eok.core import clock
from eok.privacy import queries
from eok.privacy.actions.answer import Answer, answer
from eok.trail.actions.record_reading import Reader, record
from tests import affairs
from tests.axe import faults
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.portal.chromium import lend_session, page, portal  # noqa: F401
from tests.portal.walking import signed_in
from tests.privacy import demanding

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]
WIDTHS = pytest.mark.parametrize("width", [1280, 360])


@WIDTHS
def test_an_officer_says_why_and_covers_again(page: Page, portal: str, width: int) -> None:  # noqa: F811
    officer, case = rooms.clerk(), rooms.accepted()
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(officer), page, portal)
    page.goto(rooms.page(case))
    wrong = faults(page)

    page.get_by_role("link", name="가림 풀기").click()
    wrong += faults(page)
    page.get_by_text("다른 까닭", exact=True).click()
    page.get_by_role("button", name="가림 풀기").click()
    expect(page.locator("#error-summary")).to_be_focused()
    wrong += faults(page)
    page.get_by_label("덧붙일 말").fill("부서장 지시로 확인")
    page.get_by_role("button", name="가림 풀기").click()
    expect(page.get_by_role("main")).to_contain_text("신고인 김하늘")
    wrong += faults(page)
    page.get_by_role("button", name="다시 가리기").click()

    expect(page.get_by_role("main")).to_contain_text("신고인 김○늘")
    assert wrong == []


@WIDTHS
def test_a_resident_demands_and_gets_the_document(page: Page, portal: str, width: int) -> None:  # noqa: F811
    case = rooms.accepted()
    rooms.unmasked(rooms.clerk(), case)
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(signed_in(case.application.person)[0], page, portal)
    page.goto("/my/")
    page.get_by_role("link", name="내 정보: 누가 봤나, 보여 달라고 하기").click()
    wrong = faults(page)
    page.get_by_role("link", name="누가 내 정보를 봤나").click()
    expect(page.get_by_role("main")).to_contain_text("가림을 풀고 봄")
    wrong += faults(page)
    page.goto("/my/privacy/ask/")
    wrong += faults(page)
    page.get_by_role("button", name="요구하기").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("열람-2026-000001")
    wrong += faults(page)

    row = queries.of_person(case.application.person).get()
    answer(request_id=row.pk, given=Answer(demanding.ALL), by=demanding.keeper())
    page.reload()
    with page.expect_download() as saved:
        page.get_by_role("link", name="문서 내려받기").click()

    assert saved.value.suggested_filename == "열람-2026-000001.pdf"
    assert wrong + faults(page) == []


@WIDTHS
def test_a_keeper_answers_and_signs_the_month(page: Page, portal: str, width: int) -> None:  # noqa: F811
    officer, case = rooms.clerk(), rooms.accepted()
    with clock.freeze(WORKDAY - timedelta(days=29)):  # Sunday 2026-10-25
        record(Reader("officer", str(officer.pk), "economy"), f"case:{case.pk}", "사건 열람")
    demanding.demanded(affairs.person())
    page.set_viewport_size({"width": width, "height": 800})
    lend_session(rooms.desk(demanding.keeper()), page, portal)
    page.goto("/desk/privacy/")
    wrong = faults(page)
    page.get_by_role("link", name="열람-2026-000001").click()
    wrong += faults(page)
    page.get_by_role("button", name="거절을 알리기").click()
    expect(page.locator("#error-summary")).to_be_focused()
    wrong += faults(page)
    page.get_by_role("button", name="문서로 알리기").click()
    expect(page.get_by_role("link", name="알린 문서 보기")).to_be_visible()
    wrong += faults(page)

    page.goto("/desk/reading-review/")
    wrong += faults(page)
    page.get_by_role("link", name="2026-10").click()
    wrong += faults(page)
    page.get_by_role("link", name="밤·쉬는 날").click()
    wrong += faults(page)
    page.get_by_text("정상", exact=True).click()
    page.get_by_role("button", name="판단 적기").click()
    page.get_by_role("button", name="점검을 마쳤어요").click()

    expect(page.get_by_role("row", name="2026-10")).to_contain_text("점검함")
    assert wrong + faults(page) == []


def test_everything_works_without_scripts(chromium: Browser, portal: str) -> None:  # noqa: F811
    case = rooms.accepted()
    context = chromium.new_context(base_url=portal, java_script_enabled=False, locale="ko-KR")
    plain = context.new_page()
    lend_session(rooms.desk(rooms.clerk()), plain, portal)

    plain.goto(rooms.page(case))
    plain.get_by_role("link", name="가림 풀기").click()
    plain.get_by_role("button", name="가림 풀기").click()

    expect(plain.get_by_role("main")).to_contain_text("신고인 김하늘")
    context.close()
