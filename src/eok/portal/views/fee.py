"""수수료 내기: from the case to the gateway and back, what became of it, and the receipt (민원처리법 §29).

The filing has its number already; whatever happens here can't undo it.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.casework.access import case_of
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, NotFoundError
from eok.krds.page import render
from eok.linkage.errors import LinkageError
from eok.payments import queries as payments
from eok.payments import receipts
from eok.payments.actions.begin import Ways, begin
from eok.payments.actions.confirm import CameBack, ask, came_back
from eok.payments.actions.hear_payment import note
from eok.payments.attempts import News
from eok.payments.models import FeeAttempt
from eok.portal import fee_page
from eok.portal.who import person_of

STILL = "아직 결과를 알 수 없어요. 다시 내지 마세요. 확인되면 문자로 알려 드려요."


class VisitNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__(
            "그런 결제를 찾을 수 없습니다. 빠져나간 돈은 없습니다. 나의 민원에서 다시 열어 주세요."
        )


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.RESIDENT)
def fee(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`/my/cases/<id>/fee/`: 지금 내기 leads to the gateway; 다시 확인 asks what became of the last visit."""
    found = case_of(person_of(request), case_id)
    if request.method != "POST":
        return _page(request, found)
    try:
        if request.POST.get("do") == "ask":
            return _look(request, found)
        return _go(request, begin(case=found, ways=_ways(found)))
    except (ConflictError, LinkageError) as error:
        return _page(request, found, error.message, error.status)


@require_safe
@open_to(Who.RESIDENT)
def back(request: HttpRequest, case_id: UUID, attempt_id: UUID) -> HttpResponse:
    """The browser comes back agreeing; what it carries is held against ours, and the gateway is asked."""
    found, visit = _visit(request, case_id, attempt_id)
    given = request.GET
    came_back(visit, CameBack(given.get("paymentKey", ""), given.get("orderId", ""), given.get("amount", "")))
    return redirect(reverse("portal:fee", args=[found.pk]))


@require_safe
@open_to(Who.RESIDENT)
def left(request: HttpRequest, case_id: UUID, attempt_id: UUID) -> HttpResponse:
    """The browser comes back without; what the gateway took all the same is still heard later."""
    found, visit = _visit(request, case_id, attempt_id)
    note(visit, News.LEFT)
    return redirect(reverse("portal:fee", args=[found.pk]))


@require_safe
@open_to(Who.RESIDENT)
def receipt(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`/my/cases/<id>/fee/receipt/`: 영수증, to look at and to print."""
    found = case_of(person_of(request), case_id)
    context = {**fee_page.context(found), "receipt": receipts.facts(found)}
    return render(request, "portal/fee_receipt.html", context)


@require_safe
@open_to(Who.RESIDENT)
def receipt_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The same as PDF."""
    found = case_of(person_of(request), case_id)
    response = HttpResponse(receipts.pdf(found), content_type="application/pdf")
    response.headers["Content-Disposition"] = "inline; filename=fee-receipt.pdf"
    response.headers["Cache-Control"] = "no-store"
    return response


def _go(request: HttpRequest, visit: FeeAttempt) -> HttpResponse:
    """To the gateway by a page of ours: forms may lead to ourselves only, and its address may lead on to others."""
    response = render(request, "portal/fee_going.html", {"visit": visit, "case_id": visit.order.case_id})
    response.headers["Refresh"] = f"0; url={visit.checkout_url}"
    return response


def _look(request: HttpRequest, case: Case) -> HttpResponse:
    """Ask now, by the wish of who paid. Raises LinkageError."""
    order = payments.fee_of(case)
    visit = payments.last_visit(order) if order else None
    if visit is not None:
        ask(visit)
    context = fee_page.context(case, STILL)
    return render(request, "portal/fee.html", context if context["checking"] else {**context, "notice": ""})


def _visit(request: HttpRequest, case_id: UUID, attempt_id: UUID) -> tuple[Case, FeeAttempt]:
    """Raises CaseNotFoundError, VisitNotFoundError."""
    found = case_of(person_of(request), case_id)
    visit = payments.visit_of(found, attempt_id)
    if visit is None:
        raise VisitNotFoundError
    return found, visit


def _ways(case: Case) -> Ways:
    def address(name: str, attempt_id: UUID) -> str:
        return f"{settings.EOK_BASE_URL}{reverse(name, args=[case.pk, attempt_id])}"

    return Ways(
        paid=lambda attempt_id: address("portal:fee_back", attempt_id),
        left=lambda attempt_id: address("portal:fee_left", attempt_id),
    )


def _page(request: HttpRequest, case: Case, notice: str = "", status: int = 200) -> HttpResponse:
    return render(request, "portal/fee.html", fee_page.context(case, notice), status=status)
