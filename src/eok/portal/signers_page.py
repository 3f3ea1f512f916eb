"""Builds the page of the signatures a draft needs, and the page on which one of them is given."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from eok.accounts.models import Signature
from eok.applications import cosigning
from eok.applications import queries as applications
from eok.applications.cosigning import SignerState, Stand
from eok.applications.filing import Filing
from eok.applications.models import Draft, SignatureRequest
from eok.core import pii
from eok.forms import display
from eok.forms.official import official_form
from eok.krds.fields import Field, Kind
from eok.portal.filling import SUBMIT, Writing
from eok.portal.filling_frame import frame
from eok.portal.reviewing import mark

LONGEST_REASON = 500
TONES = {
    Stand.NOT_ASKED: ("gray", "new"),
    Stand.WAITING: ("primary", "half"),
    Stand.EXPIRED: ("warning", "alert"),
    Stand.DECLINED: ("danger", "wrong"),
    Stand.VOID: ("warning", "alert"),
    Stand.SIGNED: ("success", "check-circle"),
}
TOLD = {
    "": "문자를 보내는 중이에요.",
    "sent": "문자를 보냈어요.",
    "by_hand": "문자를 보낼 길이 없어요. 아래 주소를 직접 전해 주세요.",
    "failed": "문자를 보내지 못했어요. 번호를 확인하거나 아래 주소를 직접 전해 주세요.",
}


@dataclass(frozen=True)
class Line:
    """One who must sign."""

    id: str
    label: str
    name: str
    phone: str
    """Masked."""
    stand: str
    tone: str
    icon: str
    said: str
    """What happened last, in a sentence."""
    reason: str
    link: str
    """Address to hand on; empty when none is open."""
    until: datetime | None
    waits: bool
    file: Field


def signers_context(current: Writing, ready: Filing, refused: dict[str, str]) -> dict[str, object]:
    """refused: by signer, what is wrong with a paper that was put up."""
    states = cosigning.standing(current.draft, ready)
    left = [state for state in states if state.stand is not Stand.SIGNED]
    return {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, SUBMIT),
        "mark": mark(ready.digest),
        "signers": [_line(state, refused.get(state.needed.id, "")) for state in states],
        "left": len(left),
        "declined": [state.needed.label for state in left if state.stand is Stand.DECLINED],
        "void": [state.needed.label for state in left if state.stand is Stand.VOID],
    }


def sign_context(
    request: SignatureRequest, draft: Draft, ready: Filing, signature: Signature | None, reason: Field
) -> dict[str, object]:
    """Exactly what is signed: the form as it stands, and its mark."""
    content = cosigning.content_of(request)
    files: dict[str, int] = {}
    for row in applications.draft_papers(draft):
        files[row.paper_id] = files.get(row.paper_id, 0) + 1
    return {
        "service": ready.service,
        "link": request.link,
        "request_": request,
        "label": content["label"],
        "sections": display.sections(ready.service, ready.answers),
        "official": official_form(ready.service, ready.answers, ready.modes, files),
        "mark": mark(ready.digest),
        "signature": signature,
        "answered": request.state if request.digest == ready.digest else "asked",
        "changed": request.state == "signed" and request.digest != ready.digest,
        "incomplete": bool(ready.missing_pages),
        "reason": reason,
    }


def reason_field(typed: str = "", error: str = "") -> Field:
    return Field("reason", "reason", "서명하지 않는 까닭", Kind.TEXTAREA, typed, error=error, rows=3,
                 help="요청한 분이 읽어요. 무엇을 고치면 되는지 적어 주세요.", max_length=LONGEST_REASON, autosave=False)  # fmt: skip


def _line(state: SignerState, wrong: str) -> Line:
    one, asked = state.needed, state.request
    waits = state.stand is Stand.WAITING and asked is not None
    tone, icon = TONES[state.stand]
    return Line(
        one.id, one.label, one.name, pii.mask_phone(one.phone), state.stand.value, tone, icon,
        said=TOLD.get(asked.told, "") if waits and asked else _how(state), reason=state.reason,
        link=f"{settings.EOK_BASE_URL}{reverse('portal:sign', args=[asked.link])}" if waits and asked else "",
        until=asked.expires_at if waits and asked else None, waits=waits,
        file=Field(f"file-{one.id}", f"file-{one.id}", f"{one.label} 서명 서류", Kind.FILE, error=wrong,
                   accept="image/*,application/pdf", help="손으로 서명한 서류를 찍은 사진이나 PDF, 20MB까지.", required=False),
    )  # fmt: skip


def _how(state: SignerState) -> str:
    if state.stand is Stand.SIGNED and state.request:
        return "서명한 서류를 올렸어요." if state.request.how == "paper" else "본인확인으로 서명했어요."
    if state.stand is Stand.VOID:
        return "서명한 뒤에 내용이 바뀌어 그 서명은 쓸 수 없어요. 다시 요청해 주세요."
    return ""
