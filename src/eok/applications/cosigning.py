"""Where the signatures of a draft stand: who must sign along, who has, over what, and who will not.

전자서명법 §3②: where the way of a signature is chosen by law or agreement, an electronic one counts as signature and seal.
Each signs the digest of the whole filing (`forms/signing.py`); a draft that is another one since has no signature.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from eok.accounts import queries as accounts
from eok.accounts.models import Person
from eok.applications.errors import SignersMissingError
from eok.applications.filing import Filing
from eok.applications.models import Application, Draft, SignatureRequest
from eok.core import clock, sealed
from eok.forms.signers import NeededSigner, needed_signers

PAPER = "signer-"
"""Before the id of a signer: the paper of a draft that bears their signature by hand."""


class Stand(StrEnum):
    """Where one signature stands, as people read it."""

    NOT_ASKED = "아직 요청하지 않음"
    WAITING = "서명을 기다리는 중"
    EXPIRED = "요청한 기한이 지남"
    DECLINED = "서명하지 않기로 함"
    VOID = "서명한 뒤 내용이 바뀜"
    SIGNED = "서명함"


@dataclass(frozen=True)
class SignerState:
    """One who must sign, and what became of asking them."""

    needed: NeededSigner
    stand: Stand
    request: SignatureRequest | None
    reason: str = ""
    """Why they will not, in their words."""


@dataclass(frozen=True)
class Signed:
    """One signature of what was filed."""

    label: str
    name: str
    how: str
    at: datetime
    digest: str
    upload_id: UUID | None


def needed(draft: Draft, ready: Filing) -> tuple[NeededSigner, ...]:
    """Who must sign this draft beside its writer."""
    return needed_signers(ready.service, ready.answers)


def standing(draft: Draft, ready: Filing) -> tuple[SignerState, ...]:
    """In the order of the affair's file; nobody where nobody must sign along."""
    wanted = needed(draft, ready)
    newest = _newest(draft.pk) if wanted else {}
    return tuple(_state(one, newest.get(one.id), ready.digest) for one in wanted)


def require_all(draft: Draft, ready: Filing) -> tuple[SignatureRequest, ...]:
    """The signatures of a draft about to be filed. Raises SignersMissingError."""
    states = standing(draft, ready)
    if any(state.stand is not Stand.SIGNED for state in states):
        raise SignersMissingError
    return tuple(state.request for state in states if state.request is not None)


def signed_of(application: Application) -> tuple[Signed, ...]:
    """Who signed along what was filed."""
    rows = SignatureRequest.objects.filter(application=application, state="signed", digest=application.digest)
    newest = {row.signer_id: row for row in rows.exclude(wrapped_key=b"").order_by("pk")}
    return tuple(_signed(row) for row in newest.values())


def is_meant(one: NeededSigner, person: Person) -> bool:
    """Whether this is who was asked: the same name, and the same phone where the provider confirms one."""
    if one.person:
        return one.person == str(person.pk)
    profile = accounts.profile(person)
    same_phone = not profile.phone or _digits(profile.phone) == _digits(one.phone)
    return _letters(profile.name) == _letters(one.name) and same_phone


def content_of(request: SignatureRequest) -> Mapping[str, str]:
    """label, name, phone, person, reason."""
    said: Mapping[str, str] = sealed.unseal(request.wrapped_key, request.content, context=_context(request))
    return said


def seal_content(request: SignatureRequest, content: Mapping[str, str]) -> None:
    """Into the row (not saved yet)."""
    request.content = sealed.seal(bytes(request.wrapped_key), dict(content), context=_context(request))


def is_over(request: SignatureRequest) -> bool:
    return clock.now() >= request.expires_at


def _context(request: SignatureRequest) -> str:
    return f"signature-request:{request.link}"


def _newest(draft_id: UUID) -> dict[str, SignatureRequest]:
    rows = SignatureRequest.objects.filter(draft_id=draft_id).exclude(state="withdrawn").order_by("pk")
    return {row.signer_id: row for row in rows}


def _state(one: NeededSigner, request: SignatureRequest | None, digest: str) -> SignerState:
    if request is None or not _same(one, content_of(request)):
        return SignerState(one, Stand.NOT_ASKED, None)
    if request.state == "signed":
        return SignerState(one, Stand.SIGNED if request.digest == digest else Stand.VOID, request)
    if request.state == "declined":
        return SignerState(one, Stand.DECLINED, request, content_of(request)["reason"])
    return SignerState(one, Stand.EXPIRED if is_over(request) else Stand.WAITING, request)


def _same(one: NeededSigner, asked: Mapping[str, str]) -> bool:
    """Whoever was asked under another name or number is somebody else."""
    return (one.name, one.phone, one.person) == (asked["name"], asked["phone"], asked["person"])


def _signed(row: SignatureRequest) -> Signed:
    said = content_of(row)
    at = row.answered_at or row.asked_at
    return Signed(said["label"], said["name"], row.how, at, row.digest, row.upload_id)


def _letters(name: str) -> str:
    return "".join(name.split()).casefold()


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit())
