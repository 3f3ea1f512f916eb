"""Signed-in people with a signed draft each, to be filed over HTTP.

Nobody walks to the identity provider for it: signing lies outside of what is measured.
"""

import secrets
import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from benchmarks.signed import Signed
from eok.accounts import sessions
from eok.accounts.actions.sign import FILING, SIGNATURE
from eok.accounts.actions.welcome import welcome
from eok.accounts.models import Person, Signature
from eok.applications import filing
from eok.applications.actions.save import choose_mode
from eok.applications.actions.start import start_draft
from eok.applications.models import Draft
from eok.catalogue import queries as catalogue
from eok.core import clock, sealed
from eok.core.keys import keyring
from eok.linkage.ports import Identity

SERVICE = "mail-order-report"
ANSWERS: Mapping[str, Any] = {
    "applicant_kind": "person",
    "representative_name": "김하늘",
    "birth_date": "1985-04-12",
    "mobile": "010-0000-0002",
    "email": "haneul@example.org",
    "trade_name": "하늘상점",
    "business_no": "123-45-67891",
    "address": {"road": "서울특별시 서초구 시범대로 12", "detail": "3층", "postcode": "06500"},
    "business_phone": "02-0000-0001",
    "sales_methods": ["internet"],
    "goods": ["fashion"],
    "domain_state": "have",
    "domain": "haneul-shop.example",
    "host_server_state": "later",
    "prepaid": False,
}
PHONE = "010-0000-0002"
BATCH = 50


class NotCompleteError(Exception):
    """The answers above no longer suffice: the form has changed."""


def make(count: str, phone: str = PHONE) -> None:
    """Prints a `Signed` a line."""
    person = welcome(identity(phone))
    left = int(count)
    while left > 0:
        with transaction.atomic():
            made = [signed(person) for _ in range(min(BATCH, left))]
        sys.stdout.writelines(one.line() + "\n" for one in made)
        left -= len(made)


def signed(person: Person) -> Signed:
    """A complete draft, its signature, and a session in which both are known."""
    draft = complete_draft(person)
    return Signed(str(draft.pk), session_of(person, signature_of(draft, person)), secrets.token_hex(16))


def complete_draft(person: Person) -> Draft:
    service = catalogue.get(SERVICE)
    draft = start_draft(service=service, answers=dict(ANSWERS), by=person)
    for paper in service.papers:
        if paper.look_up:
            choose_mode(draft_id=draft.pk, paper_id=paper.id, mode="look_up", by=person)
    draft.refresh_from_db()
    return draft


def signature_of(draft: Draft, person: Person) -> Signature:
    """Over the draft as it stands. Raises NotCompleteError."""
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    if ready.missing_pages:
        raise NotCompleteError(ready.missing_pages)
    now, key = clock.now(), keyring().new_data_key()
    row = Signature(
        person=person,
        purpose=FILING,
        digest=ready.digest,
        wrapped_key=key,
        authenticated_at=now,
        created_at=now,
    )
    row.assertion = sealed.seal(key, {"token": "bench", "key": "{}"}, context=f"signature:{row.pk}")
    row.save(force_insert=True)
    return row


def session_of(person: Person, signature: Signature) -> str:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions.enter_as_person(request, person, "bench")
    request.session[SIGNATURE] = str(signature.pk)
    request.session.save()
    return str(request.session.session_key)


def identity(phone: str) -> Identity:
    return Identity(
        subject=f"bench-{phone}",
        name="김하늘",
        birth_date=date(1985, 4, 12),
        phone=phone,
        ci=f"bench-ci-{phone}",
        authenticated_at=clock.now(),
        assertion="bench",
        assertion_key="{}",
    )
