"""A server with the small pages and a real Chromium, for tests marked `browser`."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page

from eok.krds import assets
from eok.krds.static_files import serve_static
from tests.krds.places import STATE

MIDDLEWARE = [
    "eok.krds.middleware.security_headers",
    "django.middleware.csrf.CsrfViewMiddleware",
    "eok.krds.middleware.errors_as_pages",
]
TELL_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective + " " + e.blockedURI));
"""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """The tests say what matters."""


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder of the tests' own; what was built already is taken over (the font takes seconds)."""
    if not (STATE / "node_modules" / "krds-uiux").is_dir():
        pytest.skip(f"no screen packages in {STATE}: run ./eok test, which fetches them")
    folder = tmp_path_factory.mktemp("state")
    (folder / "node_modules").symlink_to(STATE / "node_modules")
    if assets.static_dir(STATE).is_dir():
        shutil.copytree(assets.static_dir(STATE), assets.static_dir(folder))
    assets.build(folder)
    return folder


@pytest.fixture(scope="module")
def site(state: Path) -> Iterator[str]:
    """Address of a running server with the krds pages; only while a module of browser tests runs."""
    with override_settings(
        EOK_STATE_DIR=state, ROOT_URLCONF="tests.krds.pages_to_try", MIDDLEWARE=MIDDLEWARE
    ):
        application = serve_static(get_wsgi_application())
        server = make_server("127.0.0.1", 0, application, server_class=_Server, handler_class=_Quiet)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()


@pytest.fixture
def context(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    opened = chromium.new_context(base_url=site, locale="ko-KR", viewport={"width": 1280, "height": 800})
    opened.add_init_script(TELL_VIOLATIONS)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
