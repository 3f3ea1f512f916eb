"""Draws every page of both affairs at two widths while a resident and officers walk through them."""

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.conftest import CHROMIUM_FLAGS
from tests.journeys import filing, house, mail_order, steps
from tests.journeys.conftest import PATIENCE

MONDAY = "2026-11-23T10:12:00+09:00"
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
WIDTHS = (1280, 360)
PUBLIC = {
    "home": "/", "search": "/search?q=가게 접으려고요", "affair": "/services/mail-order-report",
    "affair-picked": "/services/mail-order-report?applicant_kind=person&prepaid=no", "display": "/display",
    "affair-closure": "/services/food-business-closure", "verify": "/verify", "demo": "/demo/",
    "sign-in": "/accounts/sign-in/", "privacy": "/privacy", "guide": "/guide", "api": "/api/", "accessibility": "/accessibility",
    "status": "/status", "here": "/sectors/food/here/", "not-found": "/nowhere", "desk-sign-in": "/desk/sign-in/",
}  # fmt: skip
RESIDENT = {
    "my": "/my/", "my-privacy": "/my/privacy/", "my-readings": "/my/privacy/readings/", "my-ask": "/my/privacy/ask/",
    "my-closing": "/my/closing/",
}  # fmt: skip
KEEPER = {"demands": "/desk/privacy/", "reviews": "/desk/reading-review/"}
"""Pages of 개인정보 담당."""
DESK = {
    "worklist": "/desk/?show=team",
    "approvals": "/desk/approvals/",
    "cases": "/desk/cases/",
    "licences": "/desk/licences/",
    "books": "/desk/books/",
    "book-cases": "/desk/books/cases/",
    "book-mail-order": "/desk/books/mail-order/",
    "fees": "/desk/fees/",
    "fees-reconcile": "/desk/fees/reconcile/",
    "sessions": "/desk/sessions/",
    "password": "/desk/password/",
    "look-ups": "/desk/look-ups/",
    "adopt": "/desk/adopt/",
    "adopt-fill": "/desk/adopt/mail-order-report/fee/",
}
RECORDS = {
    "retention": "/desk/retention/",
    "retention-table": "/desk/retention/table/",
    "retention-hold": "/desk/retention/hold/",
    "retention-appraise": "/desk/retention/appraise/",
}


class Album:
    """Pictures in order, each at both widths."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self.browser, self.base_url = browser, base_url
        FOLDER.mkdir(parents=True, exist_ok=True)

    def context(self, width: int) -> BrowserContext:
        made = self.browser.new_context(
            base_url=self.base_url,
            viewport={"width": width, "height": 900},
            locale="ko-KR",
            timezone_id="Asia/Seoul",
        )
        made.set_default_timeout(PATIENCE)
        return made

    def draw(self, page: Page, name: str) -> None:
        """The page as it stands, at both widths."""
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=FOLDER / f"{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})

    def drawer(self, prefix: str) -> Callable[[Page], None]:
        """Draws whatever page it is given, numbered."""
        count = iter(range(1, 1000))

        def draw(page: Page) -> None:
            page.wait_for_load_state()
            self.draw(page, f"{prefix}-{next(count):02d}")

        return draw


def main() -> None:
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        with house.running(Path(folder), clock=MONDAY) as running:
            album = Album(browser, running.url)
            _public(album)
            resident, number = _filing(album)
            officer = _desk(album, number)
            _to_the_end(album, running, resident, officer, number)
        browser.close()


def _public(album: Album) -> None:
    page = album.context(WIDTHS[0]).new_page()
    for name, address in PUBLIC.items():
        page.goto(address)
        album.draw(page, f"public-{name}")


def _filing(album: Album) -> tuple[Page, str]:
    """Files a mail-order report; returns the page of its case, and its number."""
    page, draw = album.context(WIDTHS[0]).new_page(), album.drawer("resident-filing")
    page.goto("/services/mail-order-report")
    filing.begin(page, "홍길동")
    filing.answer_mail_order(page, draw)
    filing.give_papers(page, draw, upload=True)
    filing.submit(page, draw, "홍길동")
    page.get_by_role("link", name="진행 보기").click()
    steps.reload_until(page, "접수번호")
    case_url = page.url
    page.locator("summary").filter(has_text="왜 이 날짜").click()
    album.draw(page, "resident-case")
    for name, link in (("readings", "누가 내 정보를 봤나"), ("withdraw", "취하")):
        page.goto(case_url)
        page.get_by_role("link", name=re.compile(link)).first.click()
        album.draw(page, f"resident-{name}")
    for name, address in RESIDENT.items():
        page.goto(address)
        album.draw(page, f"resident-{name}")
    page.goto(case_url)
    return page, steps.shown_number(page)


def _desk(album: Album, number: str) -> Page:
    """What an officer sees of it before anything was done."""
    page = album.context(1440).new_page()
    steps.officer_signs_in(page, "park")
    for name, address in DESK.items():
        page.goto(address)
        album.draw(page, f"desk-{name}")
    _for_one_role(album, "seok", RECORDS)
    steps.open_case(page, number)
    album.draw(page, "desk-case")
    page.get_by_role("link", name="가림 풀기").first.click()
    album.draw(page, "desk-unmask")
    page.get_by_role("button", name="가림 풀기").click()
    album.draw(page, "desk-case-unmasked")
    page.get_by_role("link", name="처리기간 늘리기").first.click()
    album.draw(page, "desk-extend")
    _for_one_role(album, "moon", KEEPER)
    return page


def _for_one_role(album: Album, login: str, places: Mapping[str, str]) -> None:
    """What only this officer's role sees."""
    page = album.context(1440).new_page()
    steps.officer_signs_in(page, login)
    for name, address in places.items():
        page.goto(address)
        album.draw(page, f"desk-{name}")


def _to_the_end(album: Album, running: house.House, resident: Page, officer: Page, number: str) -> None:
    """Supplement, approval, licence tax, certificate, verification."""
    case_url, draw_desk, draw = resident.url, album.drawer("desk-deciding"), album.drawer("resident-after")
    mail_order.ask_for_another_paper(officer, number, draw_desk)
    mail_order.answer_the_supplement(resident, case_url, draw)
    mail_order.propose(officer, number, draw_desk)
    mail_order.approve(album.context(1440).new_page(), number, draw_desk)
    steps.open_case(officer, number)
    album.draw(officer, "desk-tax")
    mail_order.pay(running, resident, case_url, draw)
    officer.goto("/desk/licences/")
    officer.locator("[data-open]").first.click()
    album.draw(officer, "desk-licence")
    with tempfile.TemporaryDirectory() as folder:
        mail_order.verify(resident, Path(folder), album.drawer("verify"))


if __name__ == "__main__":
    main()
