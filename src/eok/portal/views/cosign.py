"""Several signers: the applicant asks each, each proves on their own phone who they are and signs what they see.

A signature is proof of identity over the digest of the whole filing (전자정부법 §10); one may decline, saying why.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.actions.sign import begin_signature, signed
from eok.applications import filing
from eok.applications.actions.answer_signature import asked_of, decline
from eok.applications.actions.answer_signature import sign as sign_request
from eok.applications.actions.ask_signature import ask_signature, withdraw_signature
from eok.applications.actions.give_signed_paper import give_signed_paper
from eok.applications.errors import ContentChangedError, IncompleteError, ServiceChangedError
from eok.applications.filing import Filing
from eok.casework import documents
from eok.core.access import Who, open_to
from eok.core.errors import EokError, InvalidError
from eok.forms import free_text
from eok.krds.fields import errors_of
from eok.krds.page import render
from eok.papers.actions.drop import drop
from eok.papers.actions.store import store
from eok.portal import filling
from eok.portal.filling import Writing
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.signers_page import LONGEST_REASON, reason_field, sign_context, signers_context
from eok.portal.who import person_of
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act

COSIGN = "cosigning"
READS = "함께 서명하려고 봄"


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
@filling.of_draft
def signers(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/signers/`: who must sign along, and where each signature stands."""
    try:
        ready = filing.prepare(current.draft, today=filling.today())
    except ServiceChangedError:
        return redirect(reverse("portal:draft", args=[current.draft.pk]))
    if ready.missing_pages:
        return redirect(reverse("portal:review", args=[current.draft.pk]))
    if request.method != "POST":
        return _signers(request, current, ready)
    try:
        _do(request, current)
    except IncompleteError:
        return redirect(reverse("portal:review", args=[current.draft.pk]))
    except EokError as error:
        return _signers(request, current, ready, error)
    return redirect(reverse("portal:signers", args=[current.draft.pk]))


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def sign(request: HttpRequest, link: UUID) -> HttpResponseBase:
    """`/sign/<link>/`: what I am asked to sign, as it stands; 서명하기 or 서명하지 않기."""
    person = person_of(request)
    do = request.POST.get("do", "")
    if request.method == "POST" and do == "decline":
        return _declined(request, link)
    _, _, ready = asked_of(link, person)
    if do == "sign" and not ready.missing_pages:
        return redirect(begin_signature(request, person, ready.digest, COSIGN, request.path))
    if do == "finish":
        return _finished(request, link, ready)
    return _sign_page(request, link)


@require_safe
@open_to(Who.RESIDENT)
def sign_pdf(request: HttpRequest, link: UUID) -> HttpResponse:
    """`/sign/<link>/form.pdf`: the official form as it would be filed."""
    _, draft, _ = asked_of(link, person_of(request))
    _note(request, str(draft.pk), Act.SAVE)
    response = HttpResponse(documents.preview_form(draft), content_type="application/pdf")
    response.headers["Content-Disposition"] = "inline; filename=preview.pdf"
    response.headers["Cache-Control"] = "no-store"
    return response


def _do(request: HttpRequest, current: Writing) -> None:
    """요청하기, 요청 거두기, 서명한 서류 올리기. Raises InvalidError beside the field."""
    do, _, signer = request.POST.get("do", "").partition(":")
    if do == "ask":
        ask_signature(draft_id=current.draft.pk, signer_id=signer, by=current.person)
    elif do == "withdraw":
        withdraw_signature(draft_id=current.draft.pk, signer_id=signer, by=current.person)
    elif do == "paper":
        _take_paper(request, current, signer)


def _take_paper(request: HttpRequest, current: Writing, signer: str) -> None:
    field = f"file-{signer}"
    file = request.FILES.get(field)
    if file is None:
        raise InvalidError(
            "파일을 고르지 않았습니다. 저장한 것이 없습니다. 서명한 서류를 골라 주세요.", field
        )
    try:
        kept = store(name=file.name or "", content=file.read(), owner=f"person:{current.person.pk}")
    except InvalidError as error:
        error.field = field
        raise
    try:
        give_signed_paper(draft_id=current.draft.pk, signer_id=signer, upload=kept, by=current.person)
    except EokError:
        drop([kept])
        raise


def _signers(
    request: HttpRequest, current: Writing, ready: Filing, error: EokError | None = None
) -> HttpResponse:
    field = error.field if isinstance(error, InvalidError) and error.field else ""
    refused = {field.removeprefix("file-"): error.message} if error and field else {}
    context = signers_context(current, ready, refused)
    told = {"error": error.message if error and not field else "", "refused": refused}
    return render(request, "portal/signers.html", context | told, status=error.status if error else 200)


def _declined(request: HttpRequest, link: UUID) -> HttpResponseBase:
    typed = request.POST.get("reason", "")
    try:
        reason = free_text.words(typed, "reason", LONGEST_REASON)
        if not reason.strip():
            raise InvalidError(
                "까닭을 적지 않았습니다. 답은 아직 보내지 않았습니다. 요청한 분이 알 수 있게 한 줄 적어 주세요.",
                "reason",
            )
        decline(link=link, reason=reason, by=person_of(request))
    except InvalidError as error:
        return _sign_page(request, link, error, typed)
    return redirect(reverse("portal:sign", args=[link]))


def _finished(request: HttpRequest, link: UUID, ready: Filing) -> HttpResponseBase:
    """Sign with the proof of this session, over what is there now."""
    person = person_of(request)
    proof = signed(request, person, ready.digest, COSIGN)
    try:
        if proof is None:
            raise ContentChangedError
        sign_request(link=link, signature=proof, by=person)
    except ContentChangedError as error:
        return _sign_page(request, link, error)
    return redirect(reverse("portal:sign", args=[link]))


def _sign_page(
    request: HttpRequest, link: UUID, error: EokError | None = None, typed: str = ""
) -> HttpResponse:
    """The look is noted before the page leaves (개인정보 보호법 시행령 §30①3)."""
    person = person_of(request)
    asked, draft, ready = asked_of(link, person)
    _note(request, str(draft.pk), Act.LOOK)
    beside = isinstance(error, InvalidError) and error.field == "reason"
    field = reason_field(typed, error.message if error and beside else "")
    context = sign_context(asked, draft, ready, signed(request, person, ready.digest, COSIGN), field)
    told = {"error": error.message if error and not beside else "", "errors": errors_of([field])}
    return render(request, "portal/sign.html", context | told, status=error.status if error else 200)


def _note(request: HttpRequest, draft_id: str, act: Act) -> None:
    reader = str(person_of(request).pk)
    record_reading(reader_kind="signer", reader=reader, subject=f"draft:{draft_id}", purpose=READS, act=act)
