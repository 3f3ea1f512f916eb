"""Static files are answered before Django, compressed, to be kept; everything else goes on."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.util import setup_testing_defaults

import brotli
import pytest
from django.test import override_settings

from eok.krds.static_files import serve_static

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NAME = "eok.0123456789ab.css"
CSS = b"a { color: red }\n" * 40


def _django(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    start_response("418 Teapot", [])
    return [b"django"]


@pytest.fixture
def app(tmp_path: Path) -> "WSGIApplication":
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / NAME).write_bytes(CSS)
    (folder / f"{NAME}.br").write_bytes(brotli.compress(CSS))
    with override_settings(EOK_STATE_DIR=tmp_path):
        return serve_static(_django)


def _get(app: "WSGIApplication", path: str, **headers: str) -> tuple[str, dict[str, str], bytes]:
    environ: WSGIEnvironment = {"PATH_INFO": path, **headers}
    setup_testing_defaults(environ)
    told: list[tuple[str, dict[str, str]]] = []

    def start_response(status: str, answered: list[tuple[str, str]], exc_info: object = None) -> None:
        told.append((status, dict(answered)))

    body = b"".join(app(environ, start_response))  # type: ignore[arg-type]  # the test needs no write()
    return told[0][0], told[0][1], body


def test_the_compressed_file_is_sent_to_be_kept(app: "WSGIApplication") -> None:
    status, headers, body = _get(app, f"/static/{NAME}", HTTP_ACCEPT_ENCODING="gzip, br")

    assert status == "200 OK"
    assert headers["Content-Encoding"] == "br"
    assert headers["Cache-Control"] == "max-age=315360000, public, immutable"
    assert brotli.decompress(body) == CSS


def test_a_plain_file_is_sent_to_those_who_take_nothing_else(app: "WSGIApplication") -> None:
    _, headers, body = _get(app, f"/static/{NAME}")

    assert "Content-Encoding" not in headers
    assert body == CSS


def test_everything_else_goes_to_django(app: "WSGIApplication") -> None:
    assert _get(app, "/my/")[0] == "418 Teapot"
    assert _get(app, "/static/../manifest.json")[0] == "418 Teapot"
