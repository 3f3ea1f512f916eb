"""Uploads leave from another host name: a ticket opens one, once, within a minute, in the browser that asked."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from eok.core import clock
from eok.papers.actions.sweep import sweep
from eok.papers.models import SpentTicket
from tests import affairs
from tests.accounts.response import Response
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.portal.walking import signed_in

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

HOST = "files.house.example"
BROWSER = {"user-agent": "a browser"}


@pytest.fixture
def ticket(settings: Settings) -> str:
    """Where a resident's file was said to be."""
    settings.EOK_FILES_URL = f"https://{HOST}"
    draft = affairs.draft("mail-order-report", affairs.MAIL_ORDER, affairs.person())
    row = affairs.attached(draft)
    client, _ = signed_in(draft.person)
    answer = client.get(f"/drafts/{draft.pk}/files/{row.upload_id}/1.png", headers=BROWSER)
    where = urlsplit(answer["Location"])
    assert (answer.status_code, where.scheme, where.netloc) == (302, "https", HOST)
    assert answer["Cache-Control"] == "no-store"
    return where.path


def opened(path: str, browser: dict[str, str] = BROWSER, host: str = HOST, cookie: str = "") -> Response:
    client = Client(SERVER_NAME=host)
    if cookie:
        client.cookies["eok_session"] = cookie
    return client.get(path, headers=browser)


def test_a_ticket_opens_once(ticket: str) -> None:
    first, again = opened(ticket), opened(ticket)

    assert first.content.startswith(b"\x89PNG")
    assert again.status_code == 404
    assert "더 쓸 수 없습니다" in again.content.decode()


def test_nothing_in_it_could_run_or_be_kept(ticket: str) -> None:
    answer = opened(ticket)

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "; sandbox;" in policy
    assert (answer["X-Content-Type-Options"], answer["Referrer-Policy"]) == ("nosniff", "no-referrer")
    assert (answer["Cache-Control"], answer["Cross-Origin-Resource-Policy"]) == ("no-store", "cross-origin")
    assert answer.cookies == {}


def test_it_is_over_after_a_minute(ticket: str) -> None:
    with clock.freeze(WORKDAY + timedelta(seconds=61)):
        assert opened(ticket).status_code == 404


def test_another_browser_gets_nothing(ticket: str) -> None:
    assert opened(ticket, {"user-agent": "another"}).status_code == 404
    assert opened(ticket).status_code == 200


@pytest.mark.parametrize("made_up", ["x", "AAAA", "A" * 400, "%00", "한글", "..%2f..", "AAIAAA"])
def test_a_made_up_ticket_opens_nothing(ticket: str, made_up: str) -> None:
    assert opened(f"/files/{made_up}").status_code in (400, 404)


def test_a_changed_ticket_opens_nothing(ticket: str) -> None:
    for place in (8, 40, len(ticket) // 2, len(ticket) - 4):
        changed = ticket[:place] + ("A" if ticket[place] != "A" else "B") + ticket[place + 1 :]
        assert opened(changed).status_code == 404


def test_the_portal_itself_does_not_take_tickets(ticket: str) -> None:
    assert opened(ticket, host="127.0.0.1").status_code == 404


def test_there_every_other_path_leads_to_the_portal(ticket: str, settings: Settings) -> None:
    answer = opened("/my/?page=2", cookie="anything")

    assert answer["Location"] == f"{settings.EOK_BASE_URL}/my/?page=2"
    assert answer.cookies == {}


def test_our_pages_may_show_that_origin_and_no_other(ticket: str) -> None:
    policy = opened("/", host="127.0.0.1")["Content-Security-Policy"]

    assert f"img-src 'self' blob: https://{HOST};" in policy
    assert f"frame-src 'self' https://{HOST};" in policy
    assert "script-src 'self';" in policy


def test_the_ticket_names_nothing(ticket: str) -> None:
    assert "upload" not in ticket and "-" * 8 not in ticket


def test_without_the_setting_the_same_answer_leaves_from_here() -> None:
    case = rooms.accepted()
    draft = affairs.draft("mail-order-report", affairs.MAIL_ORDER, case.application.person)
    row = affairs.attached(draft)
    client, _ = signed_in(draft.person)

    answer = client.get(f"/drafts/{draft.pk}/files/{row.upload_id}/1.png")

    assert answer.content.startswith(b"\x89PNG")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_used_tickets_are_swept(ticket: str) -> None:
    opened(ticket)

    with clock.freeze(WORKDAY + timedelta(hours=1)):
        sweep({})

    assert not SpentTicket.objects.exists()
