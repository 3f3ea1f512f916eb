"""통신판매업 신고 in full: papers, supplement, 결재, licence tax, certificate, verification."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys import filing, steps
from tests.journeys.house import House

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
Check = Callable[[Page], None]


def test_from_everyday_words_to_a_verified_certificate(
    house: House, open_context: Open, check_page: Check, tmp_path: Path
) -> None:
    house.set_clock("2026-11-23T10:12:00+09:00")
    resident = open_context().new_page()
    steps.search(resident, "온라인으로 옷을 팔려고요")
    resident.get_by_role("link", name="자세히 보기").first.click()
    filing.begin(resident, "홍길동")
    filing.answer_mail_order(resident, check_page)
    filing.give_papers(resident, check_page, upload=True)
    filing.submit(resident, check_page, "홍길동")
    resident.get_by_role("link", name="진행 보기").click()
    steps.reload_until(resident, "접수번호")
    number = steps.shown_number(resident)
    case_url = resident.url

    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "park")
    ask_for_another_paper(officer, number, check_page)

    answer_the_supplement(resident, case_url, check_page)

    house.set_clock("2026-11-24T09:30:00+09:00")
    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "park")
    propose(officer, number, check_page)
    approve(open_context(width=1440).new_page(), number, check_page)

    resident = open_context().new_page()
    resident.goto(case_url)
    steps.identify(resident, "홍길동")
    pay(house, resident, case_url, check_page)

    verify(resident, case_url, tmp_path, check_page)


def ask_for_another_paper(officer: Page, number: str, check: Check) -> None:
    """보완 요구 pinned to the trade name."""
    steps.open_case(officer, number)
    officer.get_by_role("link", name="보완 요구", exact=True).first.click()
    check(officer)
    officer.get_by_label(re.compile("^상호")).first.check()
    officer.get_by_label(re.compile("^상호.*문장")).first.fill("상호가 사업자등록증과 달라요.")
    officer.get_by_role("button", name="미리 보기").click()
    check(officer)
    officer.get_by_role("button", name="보완 요구 보내기").click()
    expect(officer.get_by_text("보완 기다림").first).to_be_visible()


def answer_the_supplement(resident: Page, case_url: str, check: Check) -> None:
    resident.goto(case_url)
    expect(resident.get_by_text("상호가 사업자등록증과 달라요.").first).to_be_visible()
    expect(resident.get_by_text("오늘 올리면").first).to_be_visible()
    check(resident)
    resident.get_by_role("link", name="고치기").first.click()
    check(resident)
    steps.fill(resident, {"상호": "하늘 온라인상점"})
    resident.get_by_role("button", name=re.compile("내기|제출")).first.click()
    expect(resident.get_by_text("고친 것이 도착했어요").first).to_be_visible()


def propose(officer: Page, number: str, check: Check) -> None:
    """Checks done, 상신 to the team lead."""
    steps.open_case(officer, number)
    steps.check_everything(officer)
    officer.get_by_role("link", name="결재 올리기").first.click()
    check(officer)
    officer.get_by_role("button", name="결재 올리기").click()
    expect(officer.get_by_text("결재 기다림").first).to_be_visible()


def approve(lead: Page, number: str, check: Check) -> None:
    steps.officer_signs_in(lead, "kim")
    lead.goto("/desk/approvals/")
    check(lead)
    lead.get_by_role("row", name=re.compile(number)).get_by_role("link").first.click()
    check(lead)
    lead.get_by_role("link", name="수리", exact=True).first.click()
    check(lead)
    lead.get_by_role("button", name="수리하기").click()
    expect(lead.get_by_text("등록면허세 기다림").first).to_be_visible()


def pay(house: House, resident: Page, case_url: str, check: Check) -> None:
    """The licence tax at the simulated tax office; its callback brings the certificate."""
    resident.goto(case_url)
    steps.reload_until(resident, "전자납부번호")
    expect(resident.get_by_text("40,500원").first).to_be_visible()
    check(resident)
    resident.get_by_role("link", name=re.compile("내러 가기")).click()
    resident.get_by_role("button", name=re.compile("내기|납부")).first.click()
    resident.goto(case_url)
    steps.reload_until(resident, "문서확인번호")
    check(resident)


def verify(resident: Page, case_url: str, folder: Path, check: Check) -> None:
    """The clerk's view: by file, and by number, without a sign-in."""
    with resident.expect_download() as downloading:
        resident.get_by_role("link", name="내려받기", exact=True).click()
    paper = folder / "certificate.pdf"
    downloading.value.save_as(paper)
    told = resident.get_by_role("main").inner_text()
    number = re.search(r"\d{4}-\d{4}-\d{4}-\d{4}", told)
    assert number, told

    resident.goto("/verify")
    check(resident)
    resident.get_by_label("PDF나 문서 사진").set_input_files(paper)
    resident.get_by_role("button", name="파일 확인하기").click()
    expect(resident.get_by_role("heading", name="우리 구가 발급한 문서가 맞아요")).to_be_visible()
    expect(resident.get_by_text("오늘도 유효해요").first).to_be_visible()
    check(resident)

    resident.get_by_label("문서확인번호").fill(number[0])
    resident.get_by_role("button", name="확인하기", exact=True).click()
    expect(resident.get_by_text("홍○동").first).to_be_visible()
    check(resident)
