"""Papers: how each will come, files put up and taken away, and the papers one gets back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eok.applications import filing
from eok.applications import queries as applications
from eok.applications.actions.save import mark_visited
from eok.casework import queries as casework
from eok.casework.access import case_of
from eok.certificates import queries as certificates
from eok.certificates.actions.hand_over import hand_over
from eok.certificates.actions.print_out import print_out
from eok.core.access import Who, open_to
from eok.core.errors import EokError, InvalidError, NotFoundError, UnavailableError
from eok.forms.paper_states import PaperState
from eok.krds.page import render
from eok.papers import http
from eok.portal import earlier_papers, file_lines, filling, looking, paper_cards, taking_in
from eok.portal.filling import PAPERS, Writing
from eok.portal.filling_frame import frame
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.who import person_of

NO_CERTIFICATE = "아직 나온 문서가 없습니다. 처리가 끝나면 여기에서 받습니다. 진행을 확인해 주세요."


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
@filling.of_draft
def papers(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/papers/`: a card per paper; what I must do first, what the office does second."""
    changed = redirect(reverse("portal:draft", args=[current.draft.pk])) if current.changed else None
    if request.method != "POST":
        return changed or _page(request, current, {})
    touched = taking_in.touched(request, current)
    errors = taking_in.take_in(request, current) | _taken_again(request, current)
    errors |= looking.look_now(request, filling.writing(current.person, current.draft.pk))
    later = filling.writing(current.person, current.draft.pk)
    do = request.POST.get("do", "stay")
    if do == "next" and not errors:
        lacking = filing.lacking_papers(later.draft, later.service, later.content)
        errors = {state.paper.id: InvalidError(_lacking(state)) for state in lacking}
    if errors:
        return _page(request, later, errors)
    return changed or redirect(_onward(later, do) + (f"#paper-{touched}" if touched else ""))


@require_POST
@keeps_what_was_typed
@open_to(Who.RESIDENT)
@filling.of_draft
def add_file(request: HttpRequest, current: Writing, paper_id: str) -> HttpResponse:
    """One file put up by itself (script): answers with its row, or with the row that says why not."""
    upload = next((file for _, files in request.FILES.lists() for file in files), None)
    try:
        row = taking_in.attach_file(current, paper_cards.paper_of(current, paper_id), upload)
    except EokError as error:
        context = {
            "name": (upload.name if upload else "") or "파일",
            "size": (upload.size if upload else 0) or 0,
            "error": error.message,
        }
        return render(request, "portal/_file_failed.html", context, status=error.status)
    return render(request, "portal/_file.html", {"file": file_lines.draft_file_line(row)})


@require_safe
@open_to(Who.RESIDENT)
@filling.of_draft
def page_image(request: HttpRequest, current: Writing, upload_id: str, page: int) -> HttpResponse:
    """A page of a file one has put up."""
    row = applications.draft_papers(current.draft).filter(upload_id=upload_id).first()
    if row is None:
        raise NotFoundError(
            "그런 파일이 없습니다. 이 신청에 올린 파일만 볼 수 있습니다. 서류 화면에서 골라 주세요."
        )
    return http.page_image(request, row.upload, page)


@require_safe
@open_to(Who.RESIDENT)
def filed_paper(request: HttpRequest, case_id: str, upload_id: str) -> HttpResponse:
    """A file one has filed."""
    upload = casework.upload_of(case_of(person_of(request), case_id), upload_id)
    if upload is None:
        raise NotFoundError(
            "그런 파일이 없습니다. 이 민원에 낸 파일만 볼 수 있습니다. 진행 화면에서 골라 주세요."
        )
    return http.download(request, upload)


@require_safe
@open_to(Who.RESIDENT)
def certificate_file(request: HttpRequest, case_id: str) -> HttpResponse:
    """The signed electronic document."""
    person = person_of(request)
    found = certificates.of_case(case_of(person, case_id))
    if found is None:
        raise NotFoundError(NO_CERTIFICATE)
    return http.download(request, hand_over(certificate=found, by=person))


@require_safe
@open_to(Who.RESIDENT)
def certificate_print(request: HttpRequest, case_id: str) -> HttpResponse:
    """The print rendition, with its ordinal (민원처리법 시행령 §30①)."""
    found = certificates.of_case(case_of(person_of(request), case_id))
    if found is None:
        raise NotFoundError(NO_CERTIFICATE)
    response = HttpResponse(print_out(certificate=found), content_type="application/pdf")
    response.headers["Content-Disposition"] = "inline; filename=certificate-print.pdf"
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, current: Writing, errors: dict[str, EokError]) -> HttpResponse:
    """errors: by paper id."""
    shown = paper_cards.cards(current, {paper_id: error.message for paper_id, error in errors.items()})
    context = {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, PAPERS, paper_cards.counted(shown)),
        "cards": shown,
        "earlier": earlier_papers.offered(current),
    }
    status = max((error.status for error in errors.values()), default=200)
    return render(request, "portal/papers.html", context, status=status)


def _taken_again(request: HttpRequest, current: Writing) -> dict[str, EokError]:
    """전에 낸 것 다시 쓰기; the error by paper id."""
    picked = request.POST.get("again", "")
    try:
        if picked:
            earlier_papers.take(current, picked)
    except (InvalidError, NotFoundError, UnavailableError) as error:
        paper = paper_cards.paper_of(current, picked.partition(":")[0])
        return {paper.id: error}
    return {}


def _onward(current: Writing, do: str) -> str:
    if do == "next":
        mark_visited(draft_id=current.draft.pk, page_id=PAPERS, by=current.person)
        return filling.next_stop(filling.writing(current.person, current.draft.pk), after=PAPERS)
    if do == "back":
        return filling.previous_stop(current, PAPERS)
    return reverse("portal:my") if do == "later" else reverse("portal:papers", args=[current.draft.pk])


def _lacking(state: PaperState) -> str:
    if not state.chosen:
        return "구청이 확인할지, 직접 낼지 골라 주세요."
    return "파일을 올려 주세요."
