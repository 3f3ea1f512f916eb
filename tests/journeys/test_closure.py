"""식품 영업 폐업신고, from everyday words to the end: the walking skeleton."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys import steps
from tests.journeys.house import House

pytestmark = pytest.mark.browser

Open = Callable[..., BrowserContext]
Check = Callable[[Page], None]


def file_closure(page: Page, check: Check) -> None:
    """From the search to the page that says it was received."""
    steps.search(page, "가게 접으려고요")
    check(page)
    page.get_by_role("link", name="식당·카페·제과점").click()
    page.get_by_role("link", name="자세히 보기").first.click()
    check(page)
    page.get_by_role("link", name="신청하기").first.click()
    steps.identify(page, "김하늘")
    page.get_by_role("button", name=re.compile("시작")).first.click()
    steps.choose(page, "영업자의 종류", "개인")
    check(page)
    steps.go_on(page)
    steps.fill(page, {"가게 이름": "하늘식당"})
    check(page)
