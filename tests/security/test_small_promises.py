"""Promises of OWASP ASVS 5 that hold for the whole house, each looked at in the running pages."""

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image
from pytest_django import Settings

from eok.accounts.session_store import SessionStore
from eok.krds import csv_file
from eok.papers.actions.store import store
from eok.settings import LOGGING
from tests.house.repository import ROOT

pytestmark = pytest.mark.django_db(databases="__all__")

SAFE_TO_GET = {"HEAD", "GET", "OPTIONS"}
PUBLIC_PAGES = ("/", "/search?q=가게", "/verify", "/guide", "/privacy", "/status", "/nowhere")


def test_what_is_typed_is_never_sql(client: Client) -> None:
    """V1.2.4: values travel beside the statement."""
    assert client.get("/search", {"q": "' OR 1=1; DROP TABLE accounts_officer --"}).status_code == 200
    assert (
        client.post("/desk/sign-in/", {"login": "' OR '1'='1", "password": "' OR '1'='1"}).status_code == 422
    )


def test_a_file_is_sent_under_an_encoded_name() -> None:
    """V5.4.2 (RFC 6266)."""
    sent = csv_file.file('권한"\r\nSet-Cookie: a=b', ["x"], [])["Content-Disposition"]

    assert "\n" not in sent
    assert sent.isascii()


def test_an_upload_lies_under_a_name_of_ours(settings: Settings, tmp_path: Path) -> None:
    """V5.3.2: what somebody called it is never part of a path."""
    settings.EOK_STATE_DIR = tmp_path
    picture = io.BytesIO()
    Image.new("RGB", (40, 40)).save(picture, "PNG")

    store(name="../../escape.png", content=picture.getvalue(), owner="draft:1")

    written = [path for path in tmp_path.rglob("*") if path.is_file() and "uploads" in path.parts]
    assert len(written) == 1
    assert "escape" not in str(written[0])


def test_the_name_of_a_session_can_not_be_guessed() -> None:
    """V7.2.3: 32 of 36 signs are 165 bits."""
    names = [SessionStore()._get_new_session_key() for _ in range(50)]

    assert len(set(names)) == 50
    assert {len(name) for name in names} == {32}


def test_a_password_may_be_pasted_and_kept_by_a_manager(client: Client) -> None:
    """V6.2.7."""
    html = client.get("/desk/sign-in/").content.decode()

    assert 'autocomplete="current-password"' in html
    assert 'autocomplete="username"' in html
    assert not re.search("onpaste|readonly", html)


def test_times_in_records_have_a_zone() -> None:
    """V16.2.2."""
    shape = LOGGING["formatters"]["line"]  # type: ignore[index]  # Django's own shape
    line = logging.Formatter(shape["format"], shape["datefmt"]).format(logging.makeLogRecord({"msg": "x"}))

    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ", line)


@pytest.mark.parametrize(
    "address", ["/.git/config", "/static/", "/static/../settings.py", "/var/keys/district.key", "/.env"]
)
def test_files_of_the_checkout_are_not_served(client: Client, address: str) -> None:
    """V13.4.1, V13.4.3."""
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/verify", "/desk/", "/my/"])
def test_trace_is_not_answered(client: Client, address: str) -> None:
    """V13.4.4."""
    answer = client.generic("TRACE", address, HTTP_COOKIE="eok_session=secret")

    assert answer.status_code >= 300
    assert b"secret" not in answer.content


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_every_page_says_what_it_is_and_in_which_letters(client: Client, address: str) -> None:
    """V4.1.1."""
    assert client.get(address)["Content-Type"] == "text/html; charset=utf-8"


def test_what_changes_something_is_not_done_by_looking() -> None:
    """V3.5.3: every view names its methods; those of the API stand in its table (`tests/api/test_manners.py`)."""
    unnamed = [str(p.pattern) for p in _patterns(get_resolver("eok.urls")) if not _names_methods(p)]

    assert [address for address in unnamed if not address.lstrip("^").startswith("api/v1/")] == ["display"]


def test_a_form_from_elsewhere_is_refused() -> None:
    """V3.5.1."""
    strict = Client(enforce_csrf_checks=True)

    for address in ("/desk/sign-in/", "/accounts/sign-in/"):
        assert strict.post(address, {"login": "a"}, HTTP_ORIGIN="https://evil.example").status_code == 403


def test_a_parameter_given_twice_is_read_once(client: Client) -> None:
    """V15.3.7."""
    first, twice = client.get("/search?q=가게"), client.get("/search?q=약국&q=가게")

    assert first.status_code == twice.status_code == 200
    assert "약국" not in re.findall(r'name="q"[^>]*value="([^"]*)"', twice.content.decode())


def test_a_line_of_the_log_stays_one_line(caplog: pytest.LogCaptureFixture) -> None:
    """V16.4.1: what somebody sent can't write a line of its own."""
    formatter = logging.Formatter(LOGGING["formatters"]["line"]["format"])  # type: ignore[index]  # Django's own shape
    Client().post(
        "/csp-reports/", b'{"csp-report":{"violated-directive":"a\\nERROR forged"}}', content_type="x"
    )
    Client().get("/nowhere%0AERROR%20forged")

    lines = [formatter.format(record) for record in caplog.records if record.name.startswith("eok")]
    assert [line for line in lines if "\n" in line] == []


def test_an_error_tells_nothing_of_the_inside(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """V16.5.1."""
    from eok.gate import views

    def broken() -> bool:
        raise RuntimeError("password=hunter2 SELECT * FROM")

    monkeypatch.setattr(views, "database_answers", broken)
    client.raise_request_exception = False

    answer = client.get("/readyz")

    assert answer.status_code == 500
    assert not any(
        word in answer.content.decode() for word in ("hunter2", "SELECT", "Traceback", "RuntimeError")
    )


def test_leaving_empties_the_browser(client: Client) -> None:
    """V14.3.1."""
    for address in ("/accounts/sign-out/", "/desk/sign-out/"):
        assert client.post(address)["Clear-Site-Data"] == '"cache", "storage"'


def test_a_session_is_never_named_in_an_address() -> None:
    """V14.2.1, V7.2.1."""
    addresses = [str(p.pattern) for p in _patterns(get_resolver("eok.urls"))]

    assert addresses
    assert [a for a in addresses if "session" in a and "<" in a] == []


def test_no_page_loads_anything_from_elsewhere(client: Client) -> None:
    """V14.2.3: nobody else learns who looks at what."""
    for address in PUBLIC_PAGES:
        html = client.get(address).content.decode()
        assert re.findall(r'(?:src|action)="(?:https?:)?//[^"]*"', html) == []
        assert re.findall(r'<link[^>]*href="(?:https?:)?//[^"]*"', html) == []


def test_production_shows_no_page_for_trying_out() -> None:
    """V15.2.3, V13.4.2: `demo/` and `krds/` are there only while trying out; debugging is refused at start."""
    from eok.core.options import OptionError, load

    with pytest.raises(OptionError, match="EOK_PUBLIC_DEBUG"):
        load({"EOK_PRODUCTION": "1", "EOK_PUBLIC_DEBUG": "1"})
    assert "if settings.EOK_DEMO:" in (ROOT / "src/eok/krds/urls.py").read_text(encoding="utf-8")


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern)
        else:
            yield pattern


def _names_methods(pattern: URLPattern) -> bool:
    """Whether the view, or one it wraps, was made by `require_http_methods`."""
    view: object = pattern.callback
    while view is not None:
        code = getattr(view, "__code__", None)
        if code is not None and "request_method_list" in code.co_freevars:
            return True
        view = getattr(view, "__wrapped__", None)
    return False
