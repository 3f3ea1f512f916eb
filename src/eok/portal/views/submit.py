"""See it all, sign it, file it: what is signed is exactly what is shown (행정절차법 §17②, 전자정부법 §10)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.actions.sign import FILING, begin_signature, signed
from eok.accounts.models import Signature
from eok.applications import filing
from eok.applications import queries as applications
from eok.applications.actions.file import file
from eok.applications.errors import IncompleteError, NotSignedError, ServiceChangedError
from eok.applications.filing import Filing
from eok.casework import documents
from eok.core.access import Who, open_to
from eok.core.errors import EokError
from eok.krds.page import render
from eok.portal import filling
from eok.portal.done_page import done_context
from eok.portal.filling import Writing
from eok.portal.reviewing import review_context, submit_context
from eok.portal.who import person_of


@require_safe
@open_to(Who.RESIDENT)
@filling.of_draft
def review(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/review/`: every answer and paper with 고치기, beside the official form."""
    try:
        ready = filing.prepare(current.draft, today=filling.today())
    except ServiceChangedError:
        return redirect(reverse("portal:draft", args=[current.draft.pk]))
    return render(request, "portal/review.html", review_context(current, ready))


@require_safe
@open_to(Who.RESIDENT)
@filling.of_draft
def preview_pdf(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/form.pdf`: the official form as it would be filed now."""
    response = HttpResponse(documents.preview_form(current.draft), content_type="application/pdf")
    response.headers["Content-Disposition"] = "inline; filename=preview.pdf"
    response.headers["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "POST"])
@open_to(Who.RESIDENT)
@filling.of_draft
def submit(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/submit/`: declaration and consents; 서명하기, then 제출."""
    filling.may_begin(current.service)
    try:
        ready = filing.prepare(current.draft, today=filling.today())
    except ServiceChangedError:
        return redirect(reverse("portal:draft", args=[current.draft.pk]))
    if ready.missing_pages:
        return redirect(reverse("portal:review", args=[current.draft.pk]))
    signature = signed(request, current.person, ready.digest)
    if request.method != "POST":
        return _page(request, current, ready, signature)
    try:
        return (
            _sign(request, current, ready)
            if request.POST.get("do") == "sign"
            else _file(current, ready, signature)
        )
    except IncompleteError:
        return redirect(reverse("portal:review", args=[current.draft.pk]))
    except EokError as error:
        return _page(request, current, ready, None, error)


@require_safe
@open_to(Who.RESIDENT)
def done(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """`/drafts/<id>/done/`: 신청번호, what happens next and by when, what will be owed."""
    person = person_of(request)
    application = applications.application_of_draft(person, draft_id)
    if application is None:
        return redirect(filling.next_stop(filling.writing(person, draft_id)))
    return render(request, "portal/done.html", done_context(application, person))


def _sign(request: HttpRequest, current: Writing, ready: Filing) -> HttpResponse:
    """To the identity provider, with the digest as nonce, and back to this page."""
    here = reverse("portal:submit", args=[current.draft.pk])
    return redirect(begin_signature(request, current.person, ready.digest, FILING, here))


def _file(current: Writing, ready: Filing, signature: Signature | None) -> HttpResponse:
    """File; a press that came second finds what the first one filed. Raises NotSignedError, IncompleteError."""
    if signature is None:
        raise NotSignedError
    file(draft_id=current.draft.pk, signature=signature, by=current.person, seen=ready)
    return redirect(reverse("portal:done", args=[current.draft.pk]))


def _page(
    request: HttpRequest,
    current: Writing,
    ready: Filing,
    signature: Signature | None,
    error: EokError | None = None,
) -> HttpResponse:
    context = {**submit_context(current, ready, signature), "error": error.message if error else ""}
    return render(request, "portal/submit.html", context, status=error.status if error else 200)
