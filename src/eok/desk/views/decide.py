"""결재: what will change, one signature; draft and send up, or decide, as the delegation table says."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.accounts.models import Officer
from eok.casework import clockwork, consequences, grants, permissions, reviews
from eok.casework.actions import decide as deciding
from eok.casework.actions import propose as proposing
from eok.casework.actions.propose import Opinion
from eok.casework.models import Case
from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk import asking
from eok.desk.finding import case_of, officer_of, require_open
from eok.desk.reading import note_case
from eok.krds.fields import Field, Kind
from eok.krds.page import render
from eok.offices import queries as offices

Act = Callable[[Case, str, Officer], object]


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def decide(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/decide/`: the officer's 전결 or 상신, the decider's 결재, on one page."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    require_open(found, officer, "propose", "grant", "refuse")
    outcome = request.POST.get("outcome") or ("refuse" if request.GET.get("verb") == "refuse" else "grant")
    opinion = Opinion(request.POST.get("text", "").strip()[:2000], tuple(request.POST.getlist("reasons")))
    error: InvalidError | None = None
    if request.method == "POST":
        try:
            _do(found, outcome, opinion, officer)
            return redirect(reverse("desk:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    note_case(officer, found, "결재 화면 열람")
    return _page(request, found, officer, outcome, opinion, error)


def _do(case: Case, outcome: str, opinion: Opinion, officer: Officer) -> None:
    if not permissions.may_decide(case, outcome, officer):
        proposing.propose(case_id=case.pk, outcome=outcome, opinion=opinion, by=officer)
    elif outcome == "refuse":
        deciding.refuse(case_id=case.pk, opinion=opinion, by=officer)
    else:
        deciding.grant(case_id=case.pk, opinion=opinion, by=officer)


def _page(
    request: HttpRequest,
    case: Case,
    officer: Officer,
    outcome: str,
    opinion: Opinion,
    error: InvalidError | None,
) -> HttpResponse:
    service = grants.service_of(case)
    waiting = proposing.waiting(case)
    drafted = proposing.opinion_of(waiting, bytes(case.wrapped_key)) if waiting else None
    role = permissions.decider_role(case, outcome)
    context = {
        "case": case,
        "service": service,
        "outcome": outcome,
        "opinion": opinion if request.method == "POST" or drafted is None else drafted,
        "drafted": waiting,
        "decides": permissions.may_decide(case, outcome, officer),
        "role": offices.role_label(role),
        "changes": consequences.of_grant(case) if outcome == "grant" else consequences.of_refusal(case),
        "checks": reviews.review_list(case),
        "results": reviews.RESULTS,
        "objection_until": clockwork.civil_due(clock.seoul_now().date(), deciding.OBJECTION_DAYS),
        "error": error.message if error else "",
        "error_field": error.field if error else "",
    }
    return render(request, "desk/decide.html", context, status=error.status if error else 200)


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def send_back(request: HttpRequest, case_id: str) -> HttpResponse:
    """The decider returns the draft."""
    return _with_reason(
        request, case_id, "reason", "담당자에게 돌려보내요", "고칠 점을 적으면 담당자가 다시 올려요.", "돌려보내기",
        lambda case, text, officer: proposing.send_back(case_id=case.pk, reason=text, by=officer),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def return_documents(request: HttpRequest, case_id: str) -> HttpResponse:
    """반려 after the supplement lapsed (민원처리법 시행령 §25①)."""
    return _with_reason(
        request, case_id, "text", "서류를 돌려드려요", "보완 기한이 지난 신청만 돌려드릴 수 있어요. (민원처리법 시행령 §25①)",
        "반려", lambda case, text, officer: deciding.return_documents(case_id=case.pk, text=text, by=officer),
    )  # fmt: skip


def _with_reason(
    request: HttpRequest, case_id: str, name: str, title: str, text: str, button: str, act: Act
) -> HttpResponse:
    officer = officer_of(request)
    found = case_of(officer, case_id)
    typed = request.POST.get(name, "").strip()[:2000]
    error: InvalidError | None = None
    if request.method == "POST":
        try:
            act(found, typed, officer)
            return redirect(reverse("desk:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    fields = (
        Field(
            name,
            name,
            "까닭",
            Kind.TEXTAREA,
            typed,
            help="읽는 사람이 바로 알 수 있게 적어 주세요.",
            autosave=False,
        ),
    )
    page = asking.Page(title, text, button, asking.with_error(fields, error))
    return asking.show(request, found, page, error=error)
