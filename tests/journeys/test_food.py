"""식품 영업 신고 of a plain café from everyday words to its 신고증, and the 재발급 of that: fee paid, issued (식품위생법 시행규칙 §42)."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys import filing, steps
from tests.journeys.house import House

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
Check = Callable[[Page], None]


def test_a_cafe_opens_and_its_certificate_is_given_again(
    house: House, open_context: Open, check_page: Check
) -> None:
    house.set_clock("2026-11-23T10:30:00+09:00")
    resident = open_context().new_page()
    steps.search(resident, "카페 차리려고요")
    resident.get_by_role("link", name="자세히 보기").first.click()
    prepare(resident, check_page)
    filing.begin(resident, "김하늘")
    answer_cafe(resident, check_page)
    filing.give_papers(resident, check_page, upload=True)
    filing.submit(resident, check_page, "김하늘")
    pay(resident, check_page, "28,000원")
    case_url, number = accepted(resident)

    officer = open_context(width=1440).new_page()
    steps.officer_signs_in(officer, "yun")
    grant(officer, number, check_page)
    resident.goto(case_url)
    pay_the_tax(resident, case_url)
    licence = re.search(r"제\d{4}-\d{7}호", resident.get_by_role("main").inner_text())
    assert licence

    resident.goto("/services/food-business-reissue")
    check_page(resident)
    filing.begin(resident, "김하늘")
    answer_reissue(resident, licence[0], check_page)
    filing.submit(resident, check_page, "김하늘")
    pay(resident, check_page, "5,300원")
    case_url, number = accepted(resident)
    grant(officer, number, check_page)
    resident.goto(case_url)
    steps.reload_until(resident, "문서확인번호")
    check_page(resident)


def prepare(page: Page, check: Check) -> None:
    """준비할 것: with tap water alone no water test is called for."""
    for question, answer in (
        ("무엇을 파는 가게", "휴게음식점"),
        ("수돗물만", "네"),
        ("배, 군부대", "아니요"),
    ):
        with page.expect_response(re.compile("services")):
            steps.choose(page, question, answer)
    water = page.locator(".paper-list li").filter(has=page.get_by_text("수질검사(시험) 성적서", exact=True))
    expect(water).to_contain_text("해당 없음")
    check(page)


def answer_cafe(page: Page, check: Check) -> None:
    steps.choose(page, "영업자의 종류", "개인")
    check(page)
    steps.go_on(page)
    steps.choose(page, "영업의 종류", "휴게음식점")
    steps.fill(
        page, {"가게 이름": "하늘카페", "도로명주소": "서울특별시 서초구 시범대로 12", "영업장의 넓이": "40"}
    )
    check(page)
    steps.go_on(page)
    steps.choose(page, "수돗물만", "네")
    for question in ("완성검사를 받아야", "가게에 붙은 바깥", "가게 안에 어린이", "배, 군부대"):
        steps.choose(page, question, "아니요")
    check(page)
    steps.go_on(page)
    steps.choose(page, "식품위생교육을", "받았어요")
    steps.choose(page, "직접 음식을", "네")
    check(page)
    steps.go_on(page)


def answer_reissue(page: Page, licence: str, check: Check) -> None:
    steps.choose(page, "영업자의 종류", "개인")
    steps.go_on(page)
    steps.fill(page, {"가게 이름": "하늘카페", "영업신고 번호": licence})
    steps.choose(page, "왜 다시 받나요?", "잃어버렸어요")
    steps.open_revealed(page, "어떻게 된 일인지")
    steps.fill(page, {"어떻게 된 일인지": "이사하면서 잃어버렸어요."})
    check(page)
    steps.go_on(page)
    steps.go_on(page)


def pay(page: Page, check: Check, won: str) -> None:
    """File first, then pay: from the page that says it is filed."""
    page.get_by_role("link", name="지금 내기").click()
    check(page)
    page.get_by_role("button", name="지금 내기").click()
    page.get_by_role("button", name=f"{won} 결제하기").click()
    expect(page.get_by_role("heading", name="수수료를 냈어요")).to_be_visible()


def accepted(page: Page) -> tuple[str, str]:
    """Address and number of the newest case, once it is accepted."""
    page.goto("/my/")
    page.get_by_role("region", name=re.compile("^진행 중")).get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/my/cases/[^/]+/$"))
    steps.reload_until(page, "접수번호")
    number = re.search(r"접수번호\D*(\d{4}-\d{6})\b", page.get_by_role("main").inner_text())
    assert number, page.get_by_role("main").inner_text()
    return page.url, number[1]


def grant(officer: Page, number: str, check: Check) -> None:
    """The drafter decides alone (담당 전결)."""
    steps.open_case(officer, number)
    check(officer)
    steps.check_everything(officer)
    officer.get_by_role("link", name=re.compile("^(수리|발급)$")).first.click()
    officer.get_by_role("button", name=re.compile("^(수리|발급)하기$")).click()
    officer.wait_for_load_state()


def pay_the_tax(page: Page, case_url: str) -> None:
    """등록면허세 comes before the certificate (지방세법 §38)."""
    steps.reload_until(page, "전자납부번호")
    page.get_by_role("link", name=re.compile("내러 가기")).click()
    page.get_by_role("button", name=re.compile("내기|납부")).first.click()
    page.goto(case_url)
    steps.reload_until(page, "문서확인번호")
