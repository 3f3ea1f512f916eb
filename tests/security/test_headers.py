"""Headers every answer carries, on pages, files, refusals and errors; cookies that only this host may set."""

import json
import subprocess
import sys

import pytest
from django.conf import settings as current
from django.test import Client
from pytest_django import Settings

from eok.core import sides
from eok.krds.middleware import content_security_policy
from tests.house.repository import ROOT
from tests.security.sides import environment

pytestmark = pytest.mark.django_db(databases="__all__")

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGES = (
    "/",
    "/verify",
    "/nowhere",
    "/desk/",
    "/my/",
    "/healthz",
    "/verify/keys.json",
    "/accounts/callback/?state=x",
    "/%00",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_carries_them(client: Client, page: str) -> None:
    answer = client.get(page)

    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert "camera=(self)" in answer["Permissions-Policy"]
    assert "Content-Security-Policy" in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Server" not in answer.headers and "X-Powered-By" not in answer.headers


def test_the_policy_lets_nothing_in_by_default() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_security_policy().split("; "))

    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["base-uri"] == "'none'"
    assert rules["frame-ancestors"] == "'self'"
    assert rules["report-uri"] == "/csp-reports/"
    assert not any(word in content_security_policy() for word in ("unsafe", "*", "data:", "http:"))


def test_only_https_is_asked_for_where_https_is_served(client: Client, settings: Settings) -> None:
    plain = client.get("/verify")
    settings.SESSION_COOKIE_SECURE = True
    safe = client.get("/verify")

    assert "Strict-Transport-Security" not in plain.headers
    assert "report-to" not in plain["Content-Security-Policy"]
    assert safe["Content-Security-Policy"].endswith("; report-to csp")
    assert safe["Reporting-Endpoints"] == 'csp="/csp-reports/"'
    assert safe["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


@pytest.mark.parametrize("page", ["/my/", "/desk/", "/accounts/sign-in/"])
def test_what_is_somebodys_own_is_stored_nowhere(client: Client, page: str) -> None:
    client.cookies[current.SESSION_COOKIE_NAME] = "x" * 32

    assert "no-store" in client.get(page)["Cache-Control"]


def test_cookies_belong_to_this_host_alone() -> None:
    """RFC 6265bis §4.1.3.2: `__Host-` wants Secure, Path=/ and no Domain."""
    asked = "from django.conf import settings as s; import json; print(json.dumps([s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH, s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE]))"
    safe = environment("all") | {"EOK_BASE_URL": "https://minwon.example.kr"}

    said = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=safe, capture_output=True, text=True, check=True
    )

    expected = ["__Host-eok_session", "__Host-eok_csrf", True, True, None, "/", True, True, "Lax"]
    assert json.loads(said.stdout) == expected
    assert sides.cookie("eok_session", "desk", secure=True) == "__Host-eok_session_desk"


def test_a_choice_of_letters_is_kept_under_such_a_name_too(client: Client, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = True

    chosen = client.post("/display", {"text": "large"})
    page = client.get("/verify").content.decode()

    assert chosen.cookies["__Host-eok_display"]["secure"]
    assert "large" in page


@pytest.mark.parametrize(
    ("role", "hosts"),
    [
        ("public", ["minwon.example.kr"]),
        ("desk", ["desk.example.kr"]),
        ("all", ["minwon.example.kr", "desk.example.kr"]),
    ],
)
def test_a_process_answers_to_its_own_names(role: str, hosts: list[str]) -> None:
    assert sides.hosts(role, "https://minwon.example.kr", "https://desk.example.kr:8443") == hosts
