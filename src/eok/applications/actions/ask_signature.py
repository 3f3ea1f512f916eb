"""Ask somebody to sign a draft along, or take the asking back.

The message goes to the phone the applicant gave; its link carries nothing and opens nothing by itself.
"""

from datetime import timedelta

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import cosigning, filing
from eok.applications import queries as applications
from eok.applications.actions.save import locked_draft
from eok.applications.errors import IncompleteError, NotASignerError
from eok.applications.events import SignatureAsked
from eok.applications.filing import Filing
from eok.applications.models import Draft, SignatureRequest
from eok.core import clock, events
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.forms.signers import NeededSigner
from eok.papers.actions.drop import drop

OPEN_FOR = timedelta(days=7)
"""So long one may answer; then the applicant may ask anew."""


@transaction.atomic
def ask_signature(*, draft_id: Key, signer_id: str, by: Person) -> SignatureRequest:
    """Ask, also again: what was asked or answered before counts no more.

    Raises IncompleteError while the draft can't be filed, NotASignerError, DraftNotFoundError, ServiceChangedError.
    """
    draft = locked_draft(draft_id, by)
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    if ready.missing_pages:
        raise IncompleteError(ready.missing_pages)
    take_back(draft, signer_id)
    request = new_request(draft, ready, signer_id)
    request.save(force_insert=True)
    events.publish(SignatureAsked(request.pk))
    return request


@transaction.atomic
def withdraw_signature(*, draft_id: Key, signer_id: str, by: Person) -> None:
    """The link opens no more."""
    take_back(locked_draft(draft_id, by), signer_id)


def take_back(draft: Draft, signer_id: str) -> None:
    """All that this signer was asked or gave, with the signed paper, in the caller's transaction."""
    rows = SignatureRequest.objects.filter(draft_id=draft.pk, signer_id=signer_id, application=None)
    rows.update(state="withdrawn", upload=None)
    papers = applications.draft_papers(draft).filter(paper_id=f"{cosigning.PAPER}{signer_id}")
    uploads = [row.upload for row in papers]
    papers.delete()
    drop(uploads)


def new_request(draft: Draft, ready: Filing, signer_id: str) -> SignatureRequest:
    """Not saved yet. Raises NotASignerError."""
    one = _signer(draft, ready, signer_id)
    request = SignatureRequest(
        draft_id=draft.pk,
        signer_id=one.id,
        wrapped_key=keyring().new_data_key(),
        digest=ready.digest,
        asked_at=clock.now(),
        expires_at=clock.now() + OPEN_FOR,
    )
    content = {"label": one.label, "name": one.name, "phone": one.phone, "person": one.person, "reason": ""}
    cosigning.seal_content(request, content)
    return request


def _signer(draft: Draft, ready: Filing, signer_id: str) -> NeededSigner:
    for one in cosigning.needed(draft, ready):
        if one.id == signer_id:
            return one
    raise NotASignerError
