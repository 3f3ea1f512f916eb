"""The simulators' pages in a real Chromium at 360 px: no axe-core violation, no sideways scrolling, by keyboard alone."""

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import violations
from tests.simulators.calls import called
from tests.simulators.demands import opened
from tests.simulators.process import Running
from tests.simulators.test_identity_pages import ASKED

pytestmark = pytest.mark.browser

DIGEST = hashlib.sha256("신고서".encode()).hexdigest()
SIGN_IN = "/authorize?" + urlencode(ASKED)
SIGN = "/authorize?" + urlencode({**ASKED, "prompt": "login", "nonce": DIGEST, "login_hint": "demo-haneul"})


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def flaws(page: Page) -> list[Any]:
    found = violations(page)
    sideways = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found + (["sideways"] if sideways else [])


@pytest.mark.parametrize("path", [SIGN_IN, SIGN, "/", "/nowhere", "/end_session"])
def test_identity(identity: Running, page: Page, path: str) -> None:
    page.goto(identity.url + path)

    assert flaws(page) == []


def test_identity_with_mistakes(identity: Running, page: Page) -> None:
    page.goto(identity.url + SIGN_IN)
    page.get_by_role("button", name="이 사람으로 하기").click()

    assert flaws(page) == []
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"


def test_identity_too_late(identity: Running, page: Page) -> None:
    identity.control(request_seconds=-1)
    page.goto(identity.url + SIGN_IN)
    page.get_by_role("button", name="홍길동").click()

    assert flaws(page) == []
    assert page.get_by_role("link", name="누리집으로 돌아가기").is_visible()


@pytest.mark.parametrize("path", ["/", "/?to=01000000001", "/desk"])
def test_sms(sms: Running, page: Page, path: str) -> None:
    called(sms, "POST", "/messages", {"to": "010-0000-0001", "text": "접수되었어요."}, key="a")
    page.goto(sms.url + path)

    assert flaws(page) == []


def test_tax_office_before_and_after_paying(tax_office: Running, page: Page) -> None:
    page.goto(f"{tax_office.url}/pay/{opened(tax_office, 'o-1')}?back=http://127.0.0.1:8000/")
    before = flaws(page)
    page.get_by_role("button", name="40,500원 내기").click()

    assert before + flaws(page) == []
    assert page.get_by_role("heading", name="세금을 냈어요").is_visible()


@pytest.mark.parametrize(("presses", "subject"), [(1, "demo-hong"), (2, "demo-haneul")])
def test_one_signs_in_by_keyboard_without_scripts(
    chromium: Browser, identity: Running, presses: int, subject: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    back = f"{identity.url}/healthz"
    page.goto(f"{identity.url}/authorize?{urlencode({**ASKED, 'redirect_uri': back})}")

    for _ in range(presses):
        page.keyboard.press("Tab")
    assert page.locator("button:focus").get_attribute("value") == subject
    page.keyboard.press("Enter")
    page.wait_for_url(f"{back}?code=*")
    context.close()
