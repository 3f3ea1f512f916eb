"""보완 요구: pick questions and papers, say what is wrong, see what the resident will get and by when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.casework.actions.request_supplement import request_supplement
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, InvalidError, NotAllowedError
from eok.desk import conflict, supplementpage, unmasking
from eok.desk.finding import case_of, officer_of, require_open
from eok.desk.reading import note_case
from eok.desk.supplementpage import Demand
from eok.krds.page import render


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def request(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/supplement/`. 미리 보기 and the ready reasons draw it again; 보내기 sends."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    demand = supplementpage.demand(found, request.POST)
    if request.POST.get("do") != "send":
        require_open(found, officer, "request_supplement", "request_again")
        return _page(request, found, demand)
    try:
        wanted = supplementpage.kept(demand)
        request_supplement(case_id=found.pk, wanted=wanted, days=demand.days, by=officer)
    except InvalidError as error:
        return _page(request, found, demand, error)
    except (ConflictError, NotAllowedError) as error:
        return conflict.show(request, found, error, [(w.label, w.message) for w in demand.wanted])
    return redirect(reverse("desk:case", args=[found.pk]))


def _page(
    request: HttpRequest, case: Case, demand: Demand, error: InvalidError | None = None
) -> HttpResponse:
    note_case(officer_of(request), case, "보완 요구 쓰기")
    context = supplementpage.context(case, demand, error, unmasking.veil_of(request, case))
    return render(request, "desk/supplement.html", context, status=error.status if error else 200)
