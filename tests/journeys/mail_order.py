"""통신판매업 신고 after it was filed: what officers, the resident and a clerk do, page by page."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.house import House

Check = Callable[[Page], None]


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


def verify(resident: Page, folder: Path, check: Check) -> None:
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
