"""결재: what will change, one signature; draft and send up, or decide, as the delegation table says."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.casework.actions import decide as deciding
from eok.casework.actions import propose as proposing
from eok.casework.actions.propose import Opinion
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, InvalidError, NotAllowedError
from eok.desk import conflict, decidepage, typed, unmasking
from eok.desk.finding import case_of, officer_of, require_open
from eok.desk.reading import note_case
from eok.krds.page import render


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def decide(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/decide/`: the officer's 전결 or 상신, the decider's 결재, on one page."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    if request.method == "POST":
        return _decided(request, found, officer)
    require_open(found, officer, "propose", "grant", "refuse")
    waiting = proposing.waiting(found)
    drafted = proposing.opinion_of(waiting, bytes(found.wrapped_key)) if waiting else None
    outcome = request.GET.get("verb", "")
    if outcome not in permissions.OUTCOMES:
        outcome = waiting.outcome if waiting else "grant"
    same = waiting is not None and waiting.outcome == outcome
    opinion = drafted if drafted is not None and same else Opinion("")
    return _page(request, found, officer, decidepage.Sheet(outcome, opinion))


def _decided(request: HttpRequest, case: Case, officer: Officer) -> HttpResponse:
    outcome = request.POST.get("outcome", "")
    opinion = Opinion(request.POST.get("text", ""), tuple(request.POST.getlist("reasons")))
    try:
        _do(case, outcome, opinion, officer)
    except InvalidError as error:
        shown = outcome if outcome in permissions.OUTCOMES else "grant"
        return _page(request, case, officer, decidepage.Sheet(shown, opinion, error))
    except (ConflictError, NotAllowedError) as error:
        return conflict.show(request, case, error, [("의견", opinion.text)])
    return redirect(reverse("desk:case", args=[case.pk]))


def _do(case: Case, outcome: str, opinion: Opinion, officer: Officer) -> None:
    if outcome not in permissions.OUTCOMES:
        raise InvalidError("수리할지 거부할지 골라 주세요. 아무것도 저장하지 않았어요.", "outcome")
    decidepage.require_reasons(case, opinion)
    kept = Opinion(typed.words(opinion.text, "text"), opinion.reasons)
    if not permissions.may_decide(case, outcome, officer):
        proposing.propose(case_id=case.pk, outcome=outcome, opinion=kept, by=officer)
    elif outcome == "refuse":
        deciding.refuse(case_id=case.pk, opinion=kept, by=officer)
    else:
        deciding.grant(case_id=case.pk, opinion=kept, by=officer)


def _page(request: HttpRequest, case: Case, officer: Officer, sheet: decidepage.Sheet) -> HttpResponse:
    note_case(officer, case, "결재 화면 열람")
    context = decidepage.context(case, officer, sheet, unmasking.veil_of(request, case))
    return render(request, "desk/decide.html", context, status=sheet.error.status if sheet.error else 200)
