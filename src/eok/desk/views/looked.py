"""A look-up that an officer did elsewhere is noted (the port's manual way)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.casework.actions.note_look_up import note_look_up
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, InvalidError, NotAllowedError
from eok.desk import casepage, conflict, lookedform
from eok.desk.finding import case_of, officer_of
from eok.desk.lookedform import Typed
from eok.desk.reading import note_case
from eok.krds.page import render

CAPTIONS = {"where": "조회한 곳", "reference_no": "조회번호", "note": "적어 둘 말"}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def looked(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/look-up/by-hand/`; read (after signing in again) it is the case."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    given, paper = request.POST.dict(), request.POST.get("paper", "")
    back = redirect(f"{reverse('desk:case', args=[found.pk])}#papers")
    if request.method != "POST":
        return back
    try:
        note_look_up(case_id=found.pk, paper_id=paper, seen=lookedform.seen(given), by=officer)
    except InvalidError as error:
        note_case(officer, found)
        context = casepage.context(request, found, looked=Typed(paper, given, error))
        return render(request, "desk/case.html", context, status=error.status)
    except (ConflictError, NotAllowedError) as error:
        typed = [(caption, given.get(name, "")) for name, caption in CAPTIONS.items()]
        return conflict.show(request, found, error, typed)
    return back
