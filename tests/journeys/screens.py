"""Draws every page of both affairs at two widths while a resident and officers walk through them."""

import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.conftest import CHROMIUM_FLAGS
from tests.journeys import filing, house, steps
from tests.journeys.conftest import PATIENCE

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
WIDTHS = (1280, 360)
PUBLIC = {
    "home": "/", "search": "/search?q=가게 접으려고요", "affair": "/services/mail-order-report",
    "affair-closure": "/services/food-business-closure", "verify": "/verify", "demo": "/demo/",
    "sign-in": "/accounts/sign-in/", "privacy": "/privacy", "guide": "/guide", "accessibility": "/accessibility",
    "status": "/status", "not-found": "/nowhere", "desk-sign-in": "/desk/sign-in/",
}  # fmt: skip
DESK = {
    "worklist": "/desk/?show=team",
    "approvals": "/desk/approvals/",
    "cases": "/desk/cases/",
    "licences": "/desk/licences/",
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
        with house.running(Path(folder), clock="2026-11-23T10:12:00+09:00") as running:
            album = Album(browser, running.url)
            _public(album)
            number = _resident(album)
            _officer(album, number)
        browser.close()


def _public(album: Album) -> None:
    page = album.context(WIDTHS[0]).new_page()
    for name, address in PUBLIC.items():
        page.goto(address)
        album.draw(page, f"public-{name}")


def _resident(album: Album) -> str:
    """Files a mail-order report; returns its number."""
    page, draw = album.context(WIDTHS[0]).new_page(), album.drawer("resident-filing")
    page.goto("/services/mail-order-report")
    filing.begin(page, "홍길동")
    filing.answer_mail_order(page, draw)
    filing.give_papers(page, draw, upload=True)
    filing.submit(page, draw, "홍길동")
    page.get_by_role("link", name="진행 보기").click()
    steps.reload_until(page, "접수번호")
    album.draw(page, "resident-case")
    page.goto("/my/")
    album.draw(page, "resident-my")
    return steps.shown_number(page)


def _officer(album: Album, number: str) -> None:
    page = album.context(1440).new_page()
    steps.officer_signs_in(page, "park")
    for name, address in DESK.items():
        page.goto(address)
        album.draw(page, f"desk-{name}")
    steps.open_case(page, number)
    album.draw(page, "desk-case")
    page.get_by_role("link", name=re.compile("^보완 요구")).first.click()
    album.draw(page, "desk-supplement")


if __name__ == "__main__":
    main()
