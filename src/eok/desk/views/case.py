"""One case on one page, and the form as it was filed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.casework import documents
from eok.core.access import Who, open_to
from eok.desk import casepage, unmasking
from eok.desk.finding import case_of, officer_of
from eok.desk.reading import note_case
from eok.desk.views.unmask import ask_first
from eok.krds.page import render
from eok.trail.acts import Act


@require_safe
@open_to(Who.OFFICER)
def case(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/`: answers beside papers, checks, clock with reasons, what may be done and why not."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    note_case(officer, found)
    return render(request, "desk/case.html", casepage.context(request, found))


@require_safe
@open_to(Who.OFFICER)
def form_pdf(request: HttpRequest, case_id: str) -> HttpResponse:
    """The form as filed, for printing and for the file."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    if unmasking.lift_of(request, unmasking.subject_of(found)) is None:
        return ask_first("case", found.pk, request.path)
    note_case(officer, found, "제출본 서식 열람", Act.SAVE)
    response = HttpResponse(documents.form_as_filed(found.application), content_type="application/pdf")
    response.headers["Cache-Control"] = "no-store"
    return response
