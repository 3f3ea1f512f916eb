"""A person signs a text: they prove who they are anew, over its digest (전자정부법 §10).

`begin_signature` → the provider → the callback → `finish_signature` → the page it began at, which asks
`signed` for the proof.
"""

import re
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.http import HttpRequest

from eok.accounts import provider, queries
from eok.accounts.actions import welcome
from eok.accounts.errors import DifferentPersonError, OldProofError
from eok.accounts.flows import Flow, new_flow
from eok.accounts.models import Person, Signature
from eok.accounts.next_page import own_path
from eok.core import clock, sealed
from eok.core.keys import keyring
from eok.core.prepared import ID, TEXT, Rows, Slot
from eok.linkage.ports import Identity

SIGNATURE = "signature"
"""Key of the session: id of the newest signature made in it."""
FILING = "filing"
SKEW = timedelta(seconds=5)
"""How far the provider's clock may be behind ours; its `auth_time` has whole seconds."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


def begin_signature(request: HttpRequest, person: Person, digest_hex: str, purpose: str, back_to: str) -> str:
    """Address to send the person to. digest_hex: SHA-256 of what is signed; it becomes the nonce.

    back_to: own path to come back to, also after a refusal. Raises CounterOnlyError, LinkageError.
    """
    if not _DIGEST.fullmatch(digest_hex):
        raise ValueError("a digest has 64 hex digits")
    flow = new_flow(
        back_to=own_path(back_to, "/my/"),
        asked_at=clock.now().timestamp(),
        nonce=digest_hex,
        person=str(person.pk),
        purpose=purpose,
    )
    return provider.send(request, flow, login_hint=queries.subject(person))


def finish_signature(request: HttpRequest, flow: Flow, person: Person, identity: Identity) -> Signature:
    """Keep the proof. Raises DifferentPersonError, OldProofError."""
    answered = welcome.find(identity)
    if answered is None or str(answered.pk) != flow.person or answered.pk != person.pk:
        raise DifferentPersonError
    if identity.authenticated_at < datetime.fromtimestamp(flow.asked_at, UTC) - SKEW:
        raise OldProofError
    signature = _keep(person, flow, identity)
    request.session[SIGNATURE] = str(signature.pk)
    return signature


def signed(request: HttpRequest, person: Person, digest_hex: str, purpose: str = FILING) -> Signature | None:
    """The signature of this session over exactly this digest, or None: then it must be signed (again)."""
    newest: str | None = request.session.get(SIGNATURE)
    if newest is None:
        return None
    return _SIGNED.first(id=newest, person=person.pk, digest=digest_hex, purpose=purpose)


_SIGNED = Rows(
    lambda: Signature.objects.filter(
        pk=Slot("id", ID),
        person_id=Slot("person", ID),
        digest=Slot("digest", TEXT),
        purpose=Slot("purpose", TEXT),
    )
)


@transaction.atomic
def _keep(person: Person, flow: Flow, identity: Identity) -> Signature:
    data_key = keyring().new_data_key()
    signature = Signature(
        person=person,
        purpose=flow.purpose,
        digest=flow.nonce,
        wrapped_key=data_key,
        authenticated_at=identity.authenticated_at,
        created_at=clock.now(),
    )
    proof = {"token": identity.assertion, "key": identity.assertion_key}
    signature.assertion = sealed.seal(data_key, proof, context=f"signature:{signature.pk}")
    signature.save(force_insert=True)
    return signature
