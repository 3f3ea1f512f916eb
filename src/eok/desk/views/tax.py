"""The licence tax by hand: the officer saw the proof and records it (the port's manual way)."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk import asking, typed
from eok.desk.finding import case_of, officer_of
from eok.krds import filters
from eok.krds.fields import Field, Kind, date_parts
from eok.payments import queries as payments
from eok.payments import sweeper
from eok.payments.actions.settle import Proof, record_proof
from eok.payments.errors import TaxNotFoundError
from eok.payments.models import LicenceTax

RECEIPT = 60
"""Longest receipt number."""
NOT_YET = "세무 시스템에는 아직 낸 것으로 나오지 않아요. 영수증이 있으면 아래에 적어 주세요."
NOBODY_TO_ASK = "세무 시스템이 연결되어 있지 않아요. 영수증을 보고 아래에 적어 주세요."
MOST_WON = 13
"""Digits of an amount."""


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def tax(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/tax/`: record the receipt, or ask the tax office now."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    owed = payments.of_case(found)
    if owed is None:
        raise TaxNotFoundError
    page = _page(request, owed)
    if request.POST.get("do") == "ask":
        if owed.state == "by_hand":
            return asking.show(request, found, page, notice=NOBODY_TO_ASK)
        if sweeper.ask(owed):
            return redirect(reverse("desk:case", args=[found.pk]))
        return asking.show(request, found, page, notice=NOT_YET)

    def act() -> object:
        return record_proof(case_id=found.pk, proof=_proof(request), by=officer)

    return asking.answer(request, found, page, act)


def _page(request: HttpRequest, owed: LicenceTax) -> asking.Page:
    return asking.Page(
        "등록면허세를 낸 것을 적어요",
        f"낼 금액은 {filters.won(owed.won)}이에요. 영수증을 보고 그대로 적어 주세요. (지방세법 §38①, 지방세법 시행령 §52①)",
        "납부 확인",
        _fields(request, owed),
    )


def _fields(request: HttpRequest, owed: LicenceTax) -> tuple[Field, ...]:
    given = request.POST
    on = "-".join(given.get(f"paid_on.{part}", "") for part in ("year", "month", "day"))
    return (
        Field("receipt_no", "receipt_no", "영수증(전자납부) 번호", value=given.get("receipt_no", owed.bill_no), autosave=False),
        Field("won", "won", "낸 금액", Kind.MONEY, given.get("won", ""), unit="원", inputmode="numeric", autosave=False),
        Field("paid_on", "paid_on", "낸 날", Kind.DATE, on, parts=date_parts("paid_on", on), autosave=False),
    )  # fmt: skip


def _proof(request: HttpRequest) -> Proof:
    given = request.POST
    receipt = typed.words(given.get("receipt_no", ""), "receipt_no", RECEIPT)
    digits = given.get("won", "").replace(",", "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_WON):
        raise InvalidError("낸 금액을 숫자로 적어 주세요. 예: 40,500", "won")
    try:
        year, month, day = (int(given.get(f"paid_on.{part}", "")) for part in ("year", "month", "day"))
        paid_at = datetime(year, month, day, tzinfo=clock.SEOUL)
    except (ValueError, OverflowError):
        raise InvalidError("낸 날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "paid_on") from None
    return Proof(receipt, int(digits), paid_at)
