"""The first visit: at most 150 KB over the line, nothing from elsewhere, files kept."""

import pytest
from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

LIMIT = 150 * 1024


def test_a_page_and_all_it_needs_weigh_little(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    weights: list[float] = []
    addresses: list[str] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.on("request", lambda request: addresses.append(request.url))

    page.goto("/display")
    page.wait_for_load_state("networkidle")

    assert sum(weights) <= LIMIT
    assert [a for a in addresses if not a.startswith(site)] == []


def test_files_are_kept_and_sent_compressed(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/display")
    address = page.locator("link[rel=stylesheet]").first.get_attribute("href")

    answer = context.request.get(str(address), headers={"Accept-Encoding": "br"})

    assert answer.status == 200
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]


def test_the_page_is_drawn_in_our_font(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/display")
    page.wait_for_load_state("networkidle")

    loaded = page.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.weight)")

    assert {"400", "700"} <= set(loaded)
