"""A server with one page of questions and a real Chromium, for tests marked `browser`."""

from collections.abc import Iterator
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from playwright.sync_api import Browser, Page

from eok.krds import assets
from eok.krds.static_files import serve_static
from tests.krds.conftest import MIDDLEWARE, TELL_VIOLATIONS
from tests.krds.places import STATE

__all__ = ["form_site", "page"]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """The tests say what matters."""


@pytest.fixture(scope="module")
def form_site() -> Iterator[str]:
    """Address of a running server with `pages_to_try`, its assets built."""
    if not (STATE / "node_modules" / "krds-uiux").is_dir():
        pytest.skip(f"no screen packages in {STATE}: run ./eok test, which fetches them")
    with override_settings(
        EOK_STATE_DIR=STATE, ROOT_URLCONF="tests.forms.pages_to_try", MIDDLEWARE=MIDDLEWARE
    ):
        assets.build()
        application = serve_static(get_wsgi_application())
        server = make_server("127.0.0.1", 0, application, server_class=_Server, handler_class=_Quiet)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser, form_site: str) -> Iterator[Page]:
    """The form in a browser that runs scripts, and in one that does not."""
    scripts = request.param == "with scripts"
    opened = chromium.new_context(base_url=form_site, locale="ko-KR", java_script_enabled=scripts)
    opened.add_init_script(TELL_VIOLATIONS)
    yield opened.new_page()
    opened.close()
