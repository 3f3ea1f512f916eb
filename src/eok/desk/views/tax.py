"""The licence tax by hand: the officer saw the proof and records it (the port's manual way)."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk import asking
from eok.desk.finding import case_of, officer_of
from eok.krds import filters
from eok.krds.fields import Field, Kind, date_parts
from eok.payments import queries as payments
from eok.payments import sweeper
from eok.payments.actions.settle import Proof, record_proof
from eok.payments.errors import TaxNotFoundError
from eok.payments.models import LicenceTax


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def tax(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/tax/`: record the receipt, or ask the tax office now."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    owed = payments.of_case(found)
    if owed is None:
        raise TaxNotFoundError
    if request.POST.get("do") == "ask":
        sweeper.ask(owed)
        return redirect(reverse("desk:case", args=[found.pk]))
    error: InvalidError | None = None
    if request.method == "POST":
        try:
            record_proof(case_id=found.pk, proof=_proof(request), by=officer)
            return redirect(reverse("desk:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    page = asking.Page(
        "등록면허세를 낸 것을 적어요",
        f"낼 금액은 {filters.won(owed.won)}이에요. 영수증을 보고 그대로 적어 주세요. (지방세법 §38①, 지방세법 시행령 §52①)",
        "납부 확인",
        asking.with_error(_fields(request, owed), error),
    )
    return asking.show(request, found, page, error=error)


def _fields(request: HttpRequest, owed: LicenceTax) -> tuple[Field, ...]:
    typed = request.POST
    on = "-".join(typed.get(f"paid_on.{part}", "") for part in ("year", "month", "day"))
    return (
        Field(
            "receipt_no",
            "receipt_no",
            "영수증(전자납부) 번호",
            value=typed.get("receipt_no", owed.bill_no),
            autosave=False,
        ),
        Field(
            "won",
            "won",
            "낸 금액",
            Kind.MONEY,
            typed.get("won", ""),
            unit="원",
            inputmode="numeric",
            autosave=False,
        ),
        Field("paid_on", "paid_on", "낸 날", Kind.DATE, on, parts=date_parts("paid_on", on), autosave=False),
    )


def _proof(request: HttpRequest) -> Proof:
    typed = request.POST
    digits = typed.get("won", "").replace(",", "").strip()
    if not digits.isdecimal():
        raise InvalidError("낸 금액을 숫자로 적어 주세요. 예: 40,500", "won")
    try:
        year, month, day = (int(typed.get(f"paid_on.{part}", "")) for part in ("year", "month", "day"))
        paid_at = datetime(year, month, day, tzinfo=clock.SEOUL)
    except ValueError:
        raise InvalidError("낸 날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "paid_on") from None
    return Proof(typed.get("receipt_no", "").strip()[:60], int(digits), paid_at)
