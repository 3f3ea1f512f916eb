"""The portal on a real server with a real Chromium in front, for tests marked `browser`."""

from collections.abc import Iterator
from typing import cast

import pytest
from django.conf import settings as house
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page
from pytest_django import Settings

from eok.krds import assets
from eok.krds.static_files import serve_static
from tests.krds.places import STATE


@pytest.fixture
def portal(transactional_db: None, settings: Settings) -> Iterator[str]:
    """Address of a server in this process, on this test's database."""
    if not (STATE / "node_modules" / "krds-uiux").is_dir():
        pytest.skip(f"no screen packages in {STATE}: run ./eok test, which fetches them")
    settings.EOK_STATE_DIR = STATE
    settings.MEDIA_URL = "/none/"
    assets.build()
    server = LiveServerThread(
        "127.0.0.1", cast("type[WSGIHandler]", serve_static)
    )  # called with the application
    server.daemon = True
    server.start()
    server.is_ready.wait()
    settings.EOK_BASE_URL = f"http://127.0.0.1:{server.port}"
    yield settings.EOK_BASE_URL
    server.terminate()


@pytest.fixture
def page(chromium: Browser, portal: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=portal, locale="ko-KR", viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def lend_session(client: Client, page: Page, portal: str) -> None:
    """From here on the browser is signed in as the test's client is."""
    name = house.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": portal}])
