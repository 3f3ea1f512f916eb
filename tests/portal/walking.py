"""A resident who fills in and files through the pages, as a browser without scripts would."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Protocol

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from eok.accounts import sessions
from eok.accounts.models import Person, Signature
from eok.applications.models import Draft
from tests import affairs

MAIL_ORDER = "mail-order-report"
CLOSURE = "food-business-closure"
HIDDEN = re.compile(r'<input type="hidden" name="([\w.:-]+)" value="([^"]*)"')

PAGES: Mapping[str, Mapping[str, Any]] = {
    "applicant": {
        "applicant_kind": "person", "representative_name": "김하늘", "birth_date.year": "1985",
        "birth_date.month": "4", "birth_date.day": "12", "mobile": "010-0000-0002", "email": "haneul@example.org",
    },
    "business": {
        "trade_name": "하늘상점", "business_no": "123-45-67891", "address.road": "서울특별시 서초구 시범대로 12",
        "address.detail": "3층", "address.postcode": "06500", "business_phone": "02-0000-0001",
    },
    "selling": {
        "sales_methods": ["internet"], "goods": ["fashion"], "domain_state": "have",
        "domain": "haneul-shop.example", "host_server_state": "later",
    },
    "payment": {"prepaid": "no"},
}  # fmt: skip
"""What is typed on each page of 통신판매업 신고."""


class Answered(Protocol):
    """An answer of the house or of the test client."""

    @property
    def content(self) -> bytes: ...


def signed_in(person: Person | None = None) -> tuple[Client, Person]:
    """A browser in which this person has come in."""
    who = person or affairs.person()
    client = Client()
    come_in(client, who)
    return client, who


def come_in(client: Client, person: Person) -> None:
    request = HttpRequest()
    request.session = SessionStore()
    sessions.enter_as_person(request, person, "token")
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)


def leave(client: Client) -> None:
    """The session ends, as it does after an hour."""
    del client.cookies[settings.SESSION_COOKIE_NAME]


def begun(client: Client, service: str = MAIL_ORDER) -> Draft:
    """Press 시작하기."""
    response = client.post(f"/apply/{service}", {"do": "start"})
    assert response.status_code == 302, response.content.decode()
    return Draft.objects.get(pk=response["Location"].split("/")[2])


def page_url(draft: Draft, page: str) -> str:
    return f"/drafts/{draft.pk}/pages/{page}/"


def text(response: Answered) -> str:
    return unescape(response.content.decode())


def hidden(response: Answered) -> dict[str, str]:
    """The hidden inputs a browser sends along."""
    return {name: unescape(value) for name, value in HIDDEN.findall(response.content.decode())}


def sent(client: Client, draft: Draft, page: str, do: str = "next", **typed: Any) -> Any:
    """Open a page, type, press a button; what a conditional question hides is typed when it is shown."""
    url = page_url(draft, page)
    answers = {**PAGES[page], **typed}
    response = client.post(url, {**hidden(client.get(url)), **answers, "do": do})
    if response.status_code == 200:
        response = client.post(url, {**hidden(response), **answers, "do": do})
    return response


def filled(client: Client, **typed: Mapping[str, Any]) -> Draft:
    """A draft with every page of questions filled in; typed: further answers by page."""
    draft = begun(client)
    for page in PAGES:
        response = sent(client, draft, page, **typed.get(page, {}))
        assert response.status_code == 302, text(response)
    return draft


def ready(client: Client) -> Draft:
    """Everything is filled in, the office may look up what it needs."""
    draft = filled(client)
    response = client.post(
        f"/drafts/{draft.pk}/papers/", {"mode-business-registration": "look_up", "do": "next"}
    )
    assert response["Location"].endswith("/review/"), response["Location"]
    return draft


def signed(client: Client, draft: Draft, person: Person) -> Signature:
    """The person has signed the draft as it stands, in this browser's session."""
    row = affairs.sign(Draft.objects.get(pk=draft.pk), person)
    session = client.session
    session["signature"] = str(row.pk)
    session.save()
    return row
