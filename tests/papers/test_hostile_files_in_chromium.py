"""A hostile file, even one that got past the inspection, runs nothing and hears no cookie: real Chromium."""

from urllib.parse import urlsplit

import pytest
from django.http import HttpRequest
from playwright.sync_api import Page, Request, expect
from pytest_django import Settings

from eok.core import clock
from eok.core.keys import keyring
from eok.papers import ticket, vault
from eok.papers.models import Upload
from tests.desk import rooms
from tests.portal.chromium import lend_session, page, portal  # noqa: F401

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday"),
]

RUN = "document.title='ran';new Image().src='/files/ran';parent.postMessage(document.cookie,'*')"
HOSTILE = {
    "text/html": f"<html><head><title>calm</title></head><body><script>{RUN}</script>"
                 f"<img src=x onerror=\"{RUN}\"><form action=/ id=f></form><script>f.submit()</script></body></html>",
    "image/svg+xml": f"<svg xmlns='http://www.w3.org/2000/svg' onload=\"{RUN}\"><script>{RUN}</script></svg>",
    "application/pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"
                       "endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
}  # fmt: skip


def planted(media_type: str, content: str) -> Upload:
    """As if the inspection had let it through under the type it claims."""
    key = keyring().new_data_key()
    upload = Upload(owner="person:x", wrapped_key=key, media_type=media_type, size=len(content), digest="",
                    scan="clean", created_at=clock.now())  # fmt: skip
    upload.name = keyring().encrypt(key, b"paper", context=f"upload:{upload.pk}:name")
    vault.put(upload.pk, key, content.encode())
    upload.save(force_insert=True)
    return upload


@pytest.fixture
def files(portal: str, settings: Settings) -> str:  # noqa: F811
    """The other origin: another name of the same server."""
    settings.EOK_FILES_URL = f"http://localhost:{urlsplit(portal).port}"
    return str(settings.EOK_FILES_URL)


def address(page: Page, files: str, upload: Upload, *, inline: bool) -> str:  # noqa: F811
    request = HttpRequest()
    request.META["HTTP_USER_AGENT"] = page.evaluate("navigator.userAgent")
    return f"{files}/files/{ticket.issue(request, upload, inline=inline)}"


@pytest.mark.parametrize("media_type", HOSTILE)
def test_nothing_in_it_runs_even_when_it_is_opened(page: Page, files: str, media_type: str) -> None:  # noqa: F811
    lend_session(rooms.desk(rooms.clerk()), page, files.replace("localhost", "127.0.0.1"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    upload = planted(media_type, HOSTILE[media_type])
    where = address(page, files, upload, inline=True)

    if media_type == "application/pdf":
        answer = page.request.get(where, headers={"User-Agent": page.evaluate("navigator.userAgent")})
        assert "; sandbox;" in answer.headers["content-security-policy"]
        return
    page.goto(where)
    page.wait_for_load_state()

    assert page.title() != "ran"
    assert [url for url in asked if url.endswith("/ran") or url == f"{files}/"] == []
    assert page.evaluate("self.origin") == "null"


def test_papers_show_at_the_desk_from_the_other_origin_without_cookies(page: Page, files: str) -> None:  # noqa: F811
    officer = rooms.clerk()
    case = rooms.accepted_with_paper()
    here = files.replace("localhost", "127.0.0.1")
    lend_session(rooms.unmasked(officer, case), page, here)
    heard: dict[str, dict[str, str]] = {}

    def hear(request: Request) -> None:
        heard[request.url] = request.all_headers()

    page.on("request", hear)

    page.goto(rooms.page(case))
    image = page.locator(".viewer-sheets img").first
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("(one) => one.naturalWidth") > 0

    there = [headers for url, headers in heard.items() if url.startswith(f"{files}/files/")]
    assert there
    assert [headers for headers in there if "cookie" in headers] == []
