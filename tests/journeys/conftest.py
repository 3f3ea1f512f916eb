"""One house and one browser for all journeys; each journey brings its own browser context."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import violations
from tests.journeys import house as houses
from tests.journeys.house import House

PATIENCE = 40_000
"""Milliseconds a step may take on a busy machine with two cores."""
MONDAY = "2026-11-23T14:00:00+09:00"


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The house, open on Monday 2026-11-23 14:00."""
    with houses.running(tmp_path_factory.mktemp("house"), clock=MONDAY) as running:
        yield running


@pytest.fixture
def open_context(chromium: Browser, house: House) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts (resident, officer) that are closed after the test."""
    made: list[BrowserContext] = []

    def make(*, width: int = 1280, height: int = 900, scripts: bool = True) -> BrowserContext:
        context = chromium.new_context(
            base_url=house.url, viewport={"width": width, "height": height}, java_script_enabled=scripts,
            locale="ko-KR", timezone_id="Asia/Seoul",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        context.without_scripts = not scripts  # type: ignore[attr-defined]  # read by steps.has_scripts
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def check_page() -> Callable[[Page], None]:
    """No axe violation, no sideways scrolling, one h1, on the page as it stands."""
    expect.set_options(timeout=PATIENCE)

    def check(page: Page) -> None:
        page.wait_for_load_state()
        if getattr(page.context, "without_scripts", False):
            return  # axe is a script itself; the same pages are checked with scripts
        assert violations(page) == [], page.url
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{page.url} scrolls sideways by {wide} px"
        assert page.locator("h1").count() == 1

    return check
