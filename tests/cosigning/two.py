"""Two people and a draft that both must sign."""

from typing import Any

from django.test import Client

from eok.accounts.models import Person, Signature
from eok.applications import filing
from eok.applications.models import Draft, SignatureRequest
from eok.core import clock, sealed
from eok.core.keys import keyring
from tests import affairs
from tests.portal import walking

HANDOVER = "shop-handover"
ANSWERS = {
    "buyer": "김하늘", "shop_name": "하늘상점", "inherited": False, "seller_name": "이바다",
    "seller_phone": "010-0000-0003",
}  # fmt: skip


def buyer() -> Person:
    return affairs.person()


def seller() -> Person:
    return affairs.person("이바다", "010-0000-0003")


def begun(by: Person, **changed: Any) -> Draft:
    """A draft with everything answered and looked at."""
    return affairs.draft(HANDOVER, {**ANSWERS, **changed}, by)


def asked(draft: Draft) -> SignatureRequest:
    """The newest request of the draft."""
    return SignatureRequest.objects.filter(draft_id=draft.pk).latest("pk")


def digest(draft: Draft) -> str:
    draft = Draft.objects.get(pk=draft.pk)
    return filing.prepare(draft, today=clock.seoul_now().date()).digest


def proof(person: Person, digest_hex: str, purpose: str = "cosigning") -> Signature:
    """The person proved who they are over this digest."""
    key = keyring().new_data_key()
    row = Signature(person=person, purpose=purpose, digest=digest_hex, wrapped_key=key,
                    authenticated_at=clock.now(), created_at=clock.now())  # fmt: skip
    row.assertion = sealed.seal(key, {"token": "t", "key": "{}"}, context=f"signature:{row.pk}")
    row.save(force_insert=True)
    return row


def proves(client: Client, person: Person, digest_hex: str) -> None:
    """In this browser's session."""
    session = client.session
    session["signature"] = str(proof(person, digest_hex).pk)
    session.save()


def signs(client: Client, person: Person, draft: Draft) -> Any:
    """The invited person opens the link, proves who they are and finishes."""
    link = f"/sign/{asked(draft).link}/"
    client.get(link)
    proves(client, person, digest(draft))
    return client.post(link, {"do": "finish"})


def files(client: Client, person: Person, draft: Draft) -> Any:
    """The applicant signs and presses 제출."""
    walking.signed(client, draft, person)
    return client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})


def asks(client: Client, draft: Draft) -> Any:
    return client.post(f"/drafts/{draft.pk}/signers/", {"do": "ask:seller"})
