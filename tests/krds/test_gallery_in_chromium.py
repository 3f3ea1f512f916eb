"""Every part in every state: no axe violation, nothing against the CSP, no sideways scrolling."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.axe import violations

pytestmark = pytest.mark.browser


def _opened(context: BrowserContext, site: str, address: str, width: int, display: str) -> Page:
    context.add_cookies([{"name": "eok_display", "value": display, "url": site}])
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize(
    ("width", "display"),
    [
        (1280, "normal"),
        (360, "normal"),
        (320, "normal"),
        (1280, "large"),
        (1280, "huge.contrast"),
        (320, "huge.contrast"),
    ],
)
@pytest.mark.parametrize("address", ["/krds/", "/krds/desk/"])
def test_it_can_be_used_by_everyone(
    context: BrowserContext, site: str, address: str, width: int, display: str
) -> None:
    page = _opened(context, site, address, width, display)

    scroll = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")

    assert scroll == [width, width]
    assert page.evaluate("window.violations") == []
    assert violations(page) == []


def test_open_menus_can_be_used_by_everyone(context: BrowserContext, site: str) -> None:
    page = _opened(context, site, "/display", 360, "normal")

    page.locator(".head-menu > summary").click()

    assert page.locator(".head-menu nav").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(page) == []


def test_nothing_is_read_below_seventeen(context: BrowserContext, site: str) -> None:
    page = _opened(context, site, "/krds/", 1280, "normal")

    smallest = page.evaluate(SMALLEST, 17)

    assert smallest == []


def test_an_officer_reads_nothing_below_thirteen(context: BrowserContext, site: str) -> None:
    page = _opened(context, site, "/krds/desk/", 1280, "normal")

    assert page.evaluate(SMALLEST, 13) == []


def test_everything_to_press_is_large_enough(context: BrowserContext, site: str) -> None:
    page = _opened(context, site, "/krds/", 360, "normal")

    assert page.evaluate(TOO_SMALL) == []


SMALLEST = """(least) => [...document.querySelectorAll("body *")]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .filter((e) => e.checkVisibility() && !e.closest(".sr-only, kbd, template"))
  .filter((e) => parseFloat(getComputedStyle(e).fontSize) < least)
  .map((e) => e.outerHTML.slice(0, 80))"""
TOO_SMALL = """[...document.querySelectorAll("button, summary, select, input.krds-input, .chip, .krds-btn, .head-tool, .head-phone")]
  .filter((e) => e.checkVisibility())
  .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([html, box]) => `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
