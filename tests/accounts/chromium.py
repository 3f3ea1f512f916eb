"""The doors on a real server with a real Chromium in front, for tests marked `browser`."""

from collections.abc import Iterator
from typing import cast

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page
from pytest_django import Settings

from eok.krds import assets
from eok.krds.static_files import serve_static
from tests.krds.places import STATE
from tests.simulators.process import Running

TELL_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective + " " + e.blockedURI));
"""


@pytest.fixture
def portal(transactional_db: None, provider: Running, settings: Settings) -> Iterator[str]:
    """Address of a server in this process, on this test's database."""
    if not (STATE / "node_modules" / "krds-uiux").is_dir():
        pytest.skip(f"no screen packages in {STATE}: run ./eok test, which fetches them")
    settings.EOK_STATE_DIR = STATE
    settings.MEDIA_URL = "/none/"
    assets.build()
    handler = cast("type[WSGIHandler]", serve_static)  # called with the application, as such a class is
    server = LiveServerThread("127.0.0.1", handler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    settings.EOK_BASE_URL = f"http://127.0.0.1:{server.port}"
    yield settings.EOK_BASE_URL
    server.terminate()


@pytest.fixture(params=[1280, 320])
def page(request: pytest.FixtureRequest, chromium: Browser, portal: str) -> Iterator[Page]:
    """A page on a desk and at 400 % zoom (KWCAG 2.2, reflow)."""
    context = chromium.new_context(
        base_url=portal, locale="ko-KR", viewport={"width": request.param, "height": 800}
    )
    context.add_init_script(TELL_VIOLATIONS)
    yield context.new_page()
    context.close()
