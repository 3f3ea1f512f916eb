"""나의 민원, one case of mine, and what I can do to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.casework import documents, grants, supplements
from eok.casework.access import case_of
from eok.casework.actions.supply import ask_more_time
from eok.casework.actions.withdraw import withdraw as withdraw_case
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.forms import free_text
from eok.krds.fields import Field, Kind, errors_of
from eok.krds.page import render
from eok.portal import casepage, mine
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.who import person_of
from eok.privacy import lookers

LONGEST_REASON = 500


@require_safe
@open_to(Who.RESIDENT)
def my(request: HttpRequest) -> HttpResponse:
    """`/my/`: what I must do first."""
    return render(request, "portal/my.html", mine.my_page(person_of(request)))


@require_safe
@open_to(Who.RESIDENT)
def case(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/my/cases/<id>/`: timeline in plain words, due time with 왜?, what I can do."""
    found = case_of(person_of(request), case_id)
    return render(request, "portal/case.html", casepage.context(found))


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def withdraw(request: HttpRequest, case_id: str) -> HttpResponse:
    """취하 asks once; afterwards it can't be undone, so the page says what it means."""
    person = person_of(request)
    found = case_of(person, case_id)
    typed, error = request.POST.get("reason", ""), None
    if request.method == "POST":
        try:
            reason = free_text.words(typed, "reason", LONGEST_REASON)
            withdraw_case(case_id=found.pk, reason=reason, by=person)
            return redirect(reverse("portal:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    message = error.message if error else ""
    reason_field = Field("reason", "reason", "까닭", Kind.TEXTAREA, typed, error=message, rows=3,
                         required=False, max_length=LONGEST_REASON, autosave=False)  # fmt: skip
    return _asked(request, "portal/withdraw.html", found, reason_field, error)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def more_time(request: HttpRequest, case_id: str) -> HttpResponse:
    """보완 기간 늘리기, at most twice (민원처리법 시행령 §24②)."""
    person = person_of(request)
    found = case_of(person, case_id)
    typed, error = request.POST.get("days", "7"), None
    if request.method == "POST":
        try:
            ask_more_time(case_id=found.pk, days=free_text.number(typed), by=person)
            return redirect(reverse("portal:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    days = Field("days", "days", "더 필요한 날수", Kind.NUMBER, typed, help="1일부터 60일까지 적어 주세요.", unit="일",
                 error=error.message if error else "", inputmode="numeric", width="w-4", autosave=False)  # fmt: skip
    return _asked(request, "portal/more_time.html", found, days, error)


@require_safe
@open_to(Who.RESIDENT)
def form_pdf(request: HttpRequest, case_id: str) -> HttpResponse:
    """The form as filed."""
    found = case_of(person_of(request), case_id)
    return _pdf(documents.form_as_filed(found.application), "form")


@require_safe
@open_to(Who.RESIDENT)
def receipt_pdf(request: HttpRequest, case_id: str) -> HttpResponse:
    """접수증 (민원처리법 시행규칙 별지 제2호서식)."""
    found = case_of(person_of(request), case_id)
    return _pdf(documents.receipt_of(found), "receipt")


@require_safe
@open_to(Who.RESIDENT)
def decision_pdf(request: HttpRequest, case_id: str) -> HttpResponse:
    """The decision in writing (민원처리법 §27①③)."""
    found = case_of(person_of(request), case_id)
    return _pdf(documents.decision_letter(found), "decision")


@require_safe
@open_to(Who.RESIDENT)
def readings(request: HttpRequest, case_id: str) -> HttpResponse:
    """누가 내 정보를 봤나: who opened this case, when and why."""
    found = case_of(person_of(request), case_id)
    context = {"case": found, "service": grants.service_of(found), "looks": lookers.looks(found)}
    return render(request, "portal/readings.html", context)


def _asked(
    request: HttpRequest, template: str, case: Case, field: Field, error: InvalidError | None
) -> HttpResponse:
    """A page with one question about a case; what was typed stays in it."""
    context = {
        "case": case,
        "service": grants.service_of(case),
        "waiting": supplements.waiting(case.pk),
        "field": field,
        "errors": errors_of([field]),
    }
    return render(request, template, context, status=error.status if error else 200)


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f"inline; filename={name}.pdf"
    response.headers["Cache-Control"] = "no-store"
    return response
