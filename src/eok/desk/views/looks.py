"""Looking: note a check, look something up by consent, see a paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.casework import queries as casework
from eok.casework.actions.look_up import look_up as look_up_record
from eok.casework.actions.review import note_result
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, EokError, InvalidError, NotAllowedError, NotFoundError
from eok.desk import casepage, conflict, typed, unmasking
from eok.desk.checklines import Mistake
from eok.desk.finding import case_of, officer_of
from eok.desk.reading import note_case
from eok.desk.views.unmask import ask_first
from eok.krds.page import render
from eok.linkage.errors import LinkageError
from eok.papers.http import download, page_image
from eok.papers.models import Upload
from eok.trail.acts import Act


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def check(request: HttpRequest, case_id: str) -> HttpResponse:
    """The officer's result of one item of the review list; read (after signing in again) it is the case."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    item, note = request.POST.get("item", ""), request.POST.get("note", "")
    if request.method != "POST":
        return _back(found, "checks")
    try:
        kept = typed.words(note, item, typed.NOTE)
        note_result(
            case_id=found.pk, item_id=item, result=request.POST.get("result", ""), note=kept, by=officer
        )
    except InvalidError as error:
        return _again(request, found, error, Mistake(item, error.message, note))
    except (ConflictError, NotAllowedError) as error:
        return conflict.show(request, found, error, [("적어 둘 말", note)])
    return _back(found, "checks")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def look_up(request: HttpRequest, case_id: str) -> HttpResponse:
    """행정정보 공동이용 on the applicant's consent (전자정부법 §36①, §42①)."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    if request.method != "POST":
        return _back(found, "papers")
    try:
        look_up_record(case_id=found.pk, paper_id=request.POST.get("paper", ""), by=officer)
    except LinkageError as error:
        return _again(request, found, error, Mistake("", error.message, ""))
    except ConflictError as error:
        return conflict.show(request, found, error)
    return _back(found, "papers")


@require_safe
@open_to(Who.OFFICER)
def paper_page(request: HttpRequest, case_id: str, upload_id: str, page: int) -> HttpResponse:
    """One page of a paper as an image."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    upload = _upload(found, upload_id)
    _require_lifted(request, found)
    if page == 1:
        note_case(officer, found, "서류 열람", Act.SAVE)
    return page_image(request, upload, page)


@require_safe
@open_to(Who.OFFICER)
def paper_file(request: HttpRequest, case_id: str, upload_id: str) -> HttpResponse:
    """The file as it was given, to be saved."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    upload = _upload(found, upload_id)
    if unmasking.lift_of(request, unmasking.subject_of(found)) is None:
        return ask_first("case", found.pk, request.path)
    note_case(officer, found, "서류 내려받기", Act.SAVE)
    return download(request, upload)


def _require_lifted(request: HttpRequest, case: Case) -> None:
    """A paper can't be hidden in part. Raises NotAllowedError."""
    if unmasking.lift_of(request, unmasking.subject_of(case)) is None:
        raise NotAllowedError(
            "서류는 가려져 있습니다. 보이지 않았습니다. 사건 화면에서 ‘가림 풀기’를 먼저 눌러 주세요."
        )


def _back(case: Case, place: str) -> HttpResponse:
    return redirect(f"{reverse('desk:case', args=[case.pk])}#{place}")


def _again(request: HttpRequest, case: Case, error: EokError, mistake: Mistake) -> HttpResponse:
    """The case with the error at its place and what was typed still there."""
    officer = officer_of(request)
    note_case(officer, case)
    context = casepage.context(request, case, mistake)
    return render(request, "desk/case.html", context, status=error.status)


def _upload(case: Case, upload_id: str) -> Upload:
    upload = casework.upload_of(case, upload_id)
    if upload is None:
        raise NotFoundError(
            "그런 서류가 없습니다. 이 사건에 낸 서류만 볼 수 있습니다. 사건 화면에서 골라 주세요."
        )
    return upload
