"""The two affairs as a resident fills them, page by page; each page is checked as it stands."""

import re
from collections.abc import Callable

from playwright.sync_api import FilePayload, Page, expect

from tests.journeys import steps

Check = Callable[[Page], None]

SAFETY_PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def begin(page: Page, name: str) -> None:
    """From the affair's page to the first question."""
    page.get_by_role("link", name="신청하기").first.click()
    page.wait_for_load_state()
    if page.get_by_role("button", name=re.compile("간편인증")).count():
        steps.identify(page, name)
    page.get_by_role("button", name=re.compile("시작")).first.click()


def answer_closure(page: Page, check: Check) -> None:
    steps.choose(page, "영업자의 종류", "개인")
    check(page)
    steps.go_on(page)
    steps.fill(
        page,
        {
            "가게 이름": "하늘식당",
            "허가·신고·등록 번호": "제2024-0000001호",
            "도로명주소": "서울특별시 서초구 시범대로 12",
        },
    )
    steps.choose(page, "영업의 종류", "일반음식점")
    check(page)
    steps.go_on(page)
    steps.fill_date(page, "폐업하는 날", (2026, 11, 20))
    steps.choose(page, "폐업하는 까닭", "개인 사정")
    steps.choose(page, "영업신고증", "잃어버렸거나 못 쓰게 됐어요")
    steps.choose(page, "사업자등록 폐업신고", "아니요")
    steps.open_revealed(page, "어떻게 된 일인지")
    steps.fill(page, {"어떻게 된 일인지": "이사하면서 잃어버렸어요."})
    check(page)
    steps.go_on(page)


def answer_mail_order(page: Page, check: Check) -> None:
    steps.choose(page, "사업자의 종류", "개인")
    steps.fill(page, {"전자우편주소": "haneul@example.org"})
    check(page)
    steps.go_on(page)
    steps.fill(
        page,
        {
            "상호": "하늘상점",
            "사업자등록번호": "123-45-67891",
            "도로명주소": "서울특별시 서초구 시범대로 12",
            "사업장 전화번호": "02-0000-0001",
        },
    )
    check(page)
    steps.go_on(page)
    steps.choose(page, "파는 방법", "인터넷")
    steps.choose(page, "파는 물건", "의류/패션/잡화/뷰티")
    steps.choose(page, "누리집 주소가 있나요?", "있어요")
    steps.choose(page, "서버가 어디에 있는지", "아직 몰라요")
    steps.open_revealed(page, "인터넷 주소")
    steps.fill(page, {"인터넷 주소": "haneul-shop.example"})
    check(page)
    steps.go_on(page)
    steps.choose(page, "물건값을 먼저 받고", "네")
    steps.open_revealed(page, "어떤 구매안전서비스를")
    steps.choose(page, "어떤 구매안전서비스를", "결제대금예치(에스크로)")
    steps.open_revealed(page, "누구를 통해")
    steps.choose(page, "누구를 통해", "은행이나 결제대행사와 직접")
    check(page)
    steps.go_on(page)


def give_papers(page: Page, check: Check, *, upload: bool) -> None:
    """Consent to the look-up; put up what must be put up."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("서류"))
    check(page)
    for consent in page.get_by_text(re.compile("구청이 확인하는 데 동의해요")).all():
        consent.click()
    if upload:
        file = FilePayload(name="확인증.pdf", mimeType="application/pdf", buffer=SAFETY_PAPER)
        page.locator("input[type=file]").first.set_input_files(file)
        steps.wait_for_upload(page)
    steps.go_on(page)


def submit(page: Page, check: Check, name: str) -> str:
    """Review, sign, submit; returns 신청번호."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("확인"))
    check(page)
    steps.go_on(page)
    check(page)
    steps.sign_and_submit(page, name)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("신청했어요"))
    check(page)
    return steps.shown_number(page)
