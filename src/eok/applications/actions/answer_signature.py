"""Who was asked to sign along signs, or says why not (전자서명법 §3②)."""

from uuid import UUID

from django.db import transaction

from eok.accounts.models import Person, Signature
from eok.applications import cosigning, filing
from eok.applications.cosigning import Stand
from eok.applications.errors import ContentChangedError, SignatureRequestNotFoundError
from eok.applications.events import SignatureAnswered
from eok.applications.filing import Filing
from eok.applications.models import Draft, SignatureRequest
from eok.core import clock, events
from eok.core.keyed import Key


def asked_of(link: Key, by: Person) -> tuple[SignatureRequest, Draft, Filing]:
    """What this person was asked to sign, as it stands now.

    Raises SignatureRequestNotFoundError also when it was meant for somebody else, ServiceChangedError.
    """
    request = _request(link)
    draft = Draft.objects.select_related("version", "person").filter(pk=request.draft_id).first()
    return (request, *_open_to(request, draft, by))


@transaction.atomic
def sign(*, link: Key, signature: Signature, by: Person) -> SignatureRequest:
    """Raises ContentChangedError when the draft is not what was signed, SignatureRequestNotFoundError."""
    request, draft, ready = _held(link, by)
    if signature.person_id != by.pk or signature.digest != ready.digest or ready.missing_pages:
        raise ContentChangedError
    request.signature, request.signed_by, request.how = signature, by, "identity"
    return _answered(request, "signed", ready.digest)


@transaction.atomic
def decline(*, link: Key, reason: str, by: Person) -> SignatureRequest:
    """The filing stops; the applicant reads the reason and may mend and ask again."""
    request, _, ready = _held(link, by)
    cosigning.seal_content(request, {**cosigning.content_of(request), "reason": reason})
    request.signed_by = by
    return _answered(request, "declined", ready.digest)


def _answered(request: SignatureRequest, state: str, digest: str) -> SignatureRequest:
    request.state, request.digest, request.answered_at = state, digest, clock.now()
    request.save()
    events.publish(SignatureAnswered(request.pk))
    return request


def _held(link: Key, by: Person) -> tuple[SignatureRequest, Draft, Filing]:
    """As `asked_of`, with the draft held first, as every writer of it does."""
    draft_id: UUID = _request(link).draft_id
    draft = Draft.objects.select_for_update().filter(pk=draft_id).first()
    request = SignatureRequest.objects.select_for_update().get(link=link)
    return (request, *_open_to(request, draft, by))


def _request(link: Key) -> SignatureRequest:
    request = SignatureRequest.objects.filter(link=link).first()
    if request is None:
        raise SignatureRequestNotFoundError
    return request


def _open_to(request: SignatureRequest, draft: Draft | None, by: Person) -> tuple[Draft, Filing]:
    """The applicant is no second signer of their own draft."""
    if draft is None or draft.person_id == by.pk:
        raise SignatureRequestNotFoundError
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    for state in cosigning.standing(draft, ready):
        mine = state.request is not None and state.request.pk == request.pk
        if mine and state.stand is not Stand.EXPIRED and cosigning.is_meant(state.needed, by):
            return draft, ready
    raise SignatureRequestNotFoundError
