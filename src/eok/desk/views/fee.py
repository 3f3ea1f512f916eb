"""The fee of one case at the desk: record a payment at the counter, ask the gateway, give back (민원처리법 §29)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.accounts.models import Officer
from eok.casework import fees as case_fees
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, EokError, InvalidError, NotFoundError
from eok.desk import conflict, feeforms
from eok.desk.counts import menu
from eok.desk.finding import case_of, officer_of
from eok.desk.reading import note_case
from eok.krds.fields import Field, errors_of
from eok.krds.page import render
from eok.linkage import registry
from eok.linkage.errors import LinkageError
from eok.payments import attempts
from eok.payments import queries as payments
from eok.payments.actions.confirm import ask
from eok.payments.actions.give_back import give_back_by_hand, note_back_at_counter
from eok.payments.actions.record_counter import record_counter
from eok.payments.errors import FeeNotFoundError
from eok.payments.models import REASONS, FeeOrder

NOTHING_NEW = "결제 시스템에 물어봤어요. 낸 것으로 나오지 않아요."


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def fee(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`/desk/cases/<id>/fee/`: the books of one fee, and what an officer may do with it."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    order = payments.fee_of(found)
    if order is None:
        raise FeeNotFoundError
    if request.method != "POST":
        note_case(officer, found, "수수료 열람")
        return _show(request, found, order)
    act = ACTS.get(request.POST.get("do", ""))
    if act is None:
        raise NotFoundError("그런 일은 없습니다. 아무것도 바뀌지 않았습니다. 화면에서 다시 골라 주세요.")
    return _done(request, found, order, lambda: act(request, order, officer))


def _done(request: HttpRequest, case: Case, order: FeeOrder, act: Callable[[], str]) -> HttpResponse:
    try:
        notice = act()
    except (InvalidError, LinkageError) as error:
        return _show(request, case, order, error=error)
    except ConflictError as error:
        return conflict.show(request, case, error)
    order.refresh_from_db()
    if notice and order.state == "owed":
        return _show(request, case, order, notice=notice)
    return redirect(reverse("desk:fee", args=[case.pk]))


def _counter(request: HttpRequest, order: FeeOrder, officer: Officer) -> str:
    record_counter(case_id=order.case_id, paid=feeforms.counter(request), by=officer)
    return ""


def _ask(request: HttpRequest, order: FeeOrder, officer: Officer) -> str:
    """Every visit that is not known as paid. Raises LinkageError."""
    for visit in payments.visits_of(order):
        if visit.state not in ("paid", "odd"):
            ask(visit)
    return NOTHING_NEW


def _back(request: HttpRequest, order: FeeOrder, officer: Officer) -> str:
    give_back_by_hand(order_id=order.pk, won=feeforms.won(request), by=officer)
    return ""


def _handed(request: HttpRequest, order: FeeOrder, officer: Officer) -> str:
    try:
        refund = payments.refund_waiting(order, UUID(request.POST.get("refund", "")))
    except ValueError:
        refund = None
    if refund is None:
        raise FeeNotFoundError
    note_back_at_counter(refund_id=refund.pk, by=officer)
    return ""


ACTS: Mapping[str, Callable[[HttpRequest, FeeOrder, Officer], str]] = {
    "counter": _counter,
    "ask": _ask,
    "back": _back,
    "handed": _handed,
}


def _show(
    request: HttpRequest, case: Case, order: FeeOrder, *, error: EokError | None = None, notice: str = ""
) -> HttpResponse:
    """With an error the summary takes the focus and what was typed stays (422)."""
    doing = request.POST.get("do", "")
    counter = _with_error(feeforms.counter_fields(request), error if doing == "counter" else None)
    back = _with_error(feeforms.back_fields(request), error if doing == "back" else None)
    fields = (*counter, *back)
    context = {
        "case": case,
        "order": order,
        "kept": case_fees.of_case(case),
        "visits": payments.visits_of(order),
        "refunds": payments.refunds_of(order),
        "visit_states": attempts.STATES,
        "reasons": REASONS,
        "counter": counter,
        "back": back,
        "errors": errors_of(fields),
        "problem": error.message if error and not errors_of(fields) else "",
        "notice": notice,
        "online": registry.port("payments").connected,
        "desk_counts": menu(officer_of(request)),
    }
    return render(request, "desk/fee.html", context, status=error.status if error else 200)


def _with_error(fields: tuple[Field, ...], error: EokError | None) -> tuple[Field, ...]:
    if not isinstance(error, InvalidError):
        return fields
    return tuple(replace(f, error=error.message) if f.name == error.field else f for f in fields)
