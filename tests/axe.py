"""axe-core on a page as it stands: what keeps somebody from using it, by machine (KWCAG 2.2, WCAG 2.2)."""

import json
from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.krds.places import STATE

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SETTLED = """Promise.all(document.getAnimations()
    .filter((a) => a.effect.getComputedTiming().endTime !== Infinity).map((a) => a.finished.catch(() => null)))"""
RUN = f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})"
TELL = (
    "JSON.stringify(r.violations.map((v) => [v.id, ...v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200))]))"
)


def violations(page: Page) -> list[Any]:  # Any: what axe tells, as JSON
    """Rule and the first elements that break it.

    Waits until no colour is on its way to another. Run through the debugger: the page's own policy
    would rightly refuse it.
    """
    page.wait_for_load_state()
    session = page.context.new_cdp_session(page)
    told = session.send(
        "Runtime.evaluate",
        {
            "expression": f"{_source()};{SETTLED}.then(() => {RUN}).then((r) => {TELL})",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    session.detach()
    found: list[Any] = json.loads(told["result"]["value"])
    return found


def faults(page: Page) -> list[Any]:  # Any: what axe tells, as JSON
    """What keeps anybody from using the page: axe, sideways scrolling, and the CSP where it is listened to.

    Whole first: a page that has only been answered has no root element to measure.
    """
    found = violations(page)
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    sideways = [["sideways scrolling", page.url, wide]] if wide > window else []
    return [*found, *page.evaluate("window.violations ?? []"), *sideways]


@cache
def _source() -> str:
    return (STATE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
