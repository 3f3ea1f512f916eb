"""Promises of OWASP ASVS 5 that hold for the whole house, each looked at in the code or in the running pages."""

import ast
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from eok.settings import LOGGING
from tests.house.repository import ROOT, files

pytestmark = pytest.mark.django_db(databases="__all__")

SOURCES = [path for path in files("src", ".py") if "migrations" not in path.parts]
DANGEROUS = {"eval", "exec", "compile", "__import__"}
BARRED_MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "random",
    "xml",
    "lxml",
    "telnetlib",
    "ftplib",
    "smtplib",
    "ldap",
}
HARMLESS = {
    "core/launch/tally.py": {"xml"},  # the report of our own test run
    "linkage/exchange.py": {"random"},  # pauses between attempts, so that callers spread out
}
WEAK = re.compile(r"\b(md5|sha1|DES|RC4|ECB|PKCS1v15)\b")
SAFE_TO_GET = {"HEAD", "GET", "OPTIONS"}
PUBLIC_PAGES = ("/", "/search?q=가게", "/verify", "/guide", "/privacy", "/status", "/nowhere")


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_nothing_typed_is_ever_run() -> None:
    """V1.3.2, V1.5.2: no eval, no pickle; V1.5.1: no XML parser; V11.5.1: no guessable random numbers."""
    run = {str(path): set(calls(path)) & DANGEROUS for path in SOURCES}
    barred = {
        path.relative_to(ROOT / "src" / "eok").as_posix(): set(imports(path)) & BARRED_MODULES for path in SOURCES
    }

    assert {path: found for path, found in run.items() if found} == {}
    assert {path: found for path, found in barred.items() if found} == HARMLESS


def test_no_shell_is_asked() -> None:
    """V1.2.5: programs are called by a list of words."""
    shells = [
        str(p)
        for p in SOURCES
        if re.search(r"shell=True|os\.system|os\.popen", p.read_text(encoding="utf-8"))
    ]

    assert shells == []


def test_no_weak_cipher_or_digest_is_named() -> None:
    """V11.3.1, V11.3.2, V11.4.1."""
    code = {str(p): WEAK.findall(_without_words(p)) for p in SOURCES}

    assert {path: found for path, found in code.items() if found} == {}


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
    """V3.5.3: every view names its methods; none of those that write takes GET alone."""
    unnamed = [str(p.pattern) for p in _patterns(get_resolver("eok.urls")) if not _names_methods(p)]

    assert unnamed == ["display"]


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
    view = pattern.callback
    while view is not None:
        code = getattr(view, "__code__", None)
        if code is not None and "request_method_list" in code.co_freevars:
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def _without_words(path: Path) -> str:
    """The code of a module without docstrings and comments."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            node.value.value = ""
    return ast.unparse(tree)
