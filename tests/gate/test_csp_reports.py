"""What browsers report is kept small, once, and without anybody's numbers; whatever comes, the answer is the same."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from eok.gate import reports
from eok.gate.models import PolicyReport

pytestmark = pytest.mark.django_db(databases="__all__")

CASE = "https://minwon.example.kr/my/cases/0e9d3c1a-7f52-4f0c-9c55-0f3a5a1b2c3d/?q=홍길동"


def old(**other: str) -> dict[str, Any]:
    said = {
        "document-uri": CASE,
        "violated-directive": "script-src-elem",
        "blocked-uri": "https://evil.example/a.js?x=1",
    }
    return {"csp-report": said | other}


def new(**other: str) -> list[dict[str, Any]]:
    said = {
        "documentURL": CASE,
        "effectiveDirective": "script-src-elem",
        "blockedURL": "https://evil.example/b.js",
    }
    return [{"type": "csp-violation", "age": 1, "url": CASE, "body": said | other}]


def send(client: Client, body: object) -> int:
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post("/csp-reports/", sent, content_type="application/csp-report").status_code


def test_the_same_report_counts_up_in_either_spelling(client: Client) -> None:
    answers = [send(client, body) for body in (old(), old(), new())]

    row = PolicyReport.objects.get()
    assert answers == [204] * 3
    assert (row.directive, row.blocked, row.page) == (
        "script-src-elem",
        "https://evil.example",
        "portal:case",
    )
    assert row.times == 3


def test_nothing_personal_stays(client: Client) -> None:
    send(client, old())
    send(client, old(**{"blocked-uri": "https://evil.example/홍길동?phone=01012345678"}))

    kept = json.dumps(list(PolicyReport.objects.values_list("directive", "blocked", "page")))
    assert PolicyReport.objects.count() == 1
    assert not any(word in kept for word in ("0e9d3c1a", "홍길동", "0101234", "?"))


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"\xff\xfe", b"[" * 5000, b"null", b"[]", b"{}", b'{"csp-report": 5}', b'[{"body": []}]',
        json.dumps(old(**{"violated-directive": "<script>"})).encode(), b'{"csp-report": {}}', b" " * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_report_is_answered_alike_and_not_kept(client: Client, body: bytes) -> None:
    assert send(client, body) == 204
    assert PolicyReport.objects.count() == 0


def test_a_keyword_and_an_unreadable_place_are_kept_as_words(client: Client) -> None:
    for blocked in ("inline", "https://[", "data"):
        send(client, old(**{"blocked-uri": blocked, "document-uri": "https://elsewhere/nowhere/at/all"}))

    kept = set(PolicyReport.objects.values_list("blocked", "page"))
    assert kept == {("inline", "elsewhere"), ("unreadable", "elsewhere"), ("data", "elsewhere")}


def test_of_kinds_there_are_only_so_many(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_KINDS", 3)
    for number in range(10):
        send(client, old(**{"blocked-uri": f"https://h{number}.example"}))

    assert PolicyReport.objects.count() == 3


def test_of_one_post_only_the_first_ten_are_read() -> None:
    many = [new(blockedURL=f"https://h{n}.example")[0] for n in range(30)]

    assert len(list(reports.read(json.dumps(many).encode()))) == reports.MOST_AT_ONCE


def test_a_session_is_neither_asked_nor_made(client: Client) -> None:
    response = client.post("/csp-reports/", b"{}", content_type="application/csp-report")

    assert not response.cookies
    assert get_resolver("eok.urls").resolve("/csp-reports/").view_name == "gate:csp_report"
