"""The licence tax was paid: heard by callback, by asking, or seen by an officer; counted once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import grants
from eok.core import clock, events
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.forms import display
from eok.linkage.ports import TaxSettlement, TaxState
from eok.payments.errors import TaxNotFoundError, TaxSettledError, WrongAmountError
from eok.payments.events import TaxCleared
from eok.payments.models import LicenceTax, Settlement


@dataclass(frozen=True)
class Proof:
    """What an officer saw outside (지방세법 시행령 §52①: place, amount, date)."""

    receipt_no: str
    won: int
    paid_at: datetime


@transaction.atomic
def hear(settlement: TaxSettlement, *, source: str) -> bool:
    """What the tax office told; in any order, twice, late. True when it settled the tax just now."""
    row = LicenceTax.objects.select_for_update().filter(bill_no=settlement.bill_no).first()
    remark = _remark(row, settlement)
    new = _write_down(settlement, source, remark)
    if row is None or remark or not new:
        return False
    _settle(
        row,
        Proof(settlement.receipt_no or "", settlement.won or row.won, settlement.paid_at or clock.now()),
        source,
    )
    return True


@transaction.atomic
def record_proof(*, case_id: Key, proof: Proof, by: Officer) -> LicenceTax:
    """The `manual` way: an officer looked at the receipt. Raises InvalidError, TaxSettledError."""
    row = LicenceTax.objects.select_for_update().filter(case_id=case_id).first()
    if row is None:
        raise TaxNotFoundError
    if row.state == "paid":
        raise TaxSettledError
    if not proof.receipt_no.strip():
        raise InvalidError(
            "영수증이나 전자납부번호를 적어 주세요. 나중에 확인하는 데 필요합니다.", "receipt_no"
        )
    if proof.won != row.won:
        raise WrongAmountError(row.won, proof.won)
    if proof.paid_at > clock.now():
        raise InvalidError("낸 날이 오늘보다 뒤입니다. 영수증의 날짜를 다시 확인해 주세요.", "paid_on")
    row.officer = by
    _settle(row, proof, "officer")
    return row


def _remark(row: LicenceTax | None, settlement: TaxSettlement) -> str:
    """Why a message can't be used; empty when it can."""
    if row is None:
        return "우리가 고지하지 않은 번호"
    if settlement.state is not TaxState.PAID:
        return f"납부가 아닌 알림: {settlement.state.value}"
    if row.state == "paid":
        return "이미 확인한 납부"
    if settlement.won is not None and settlement.won != row.won:
        return f"금액이 다름: {settlement.won}원"
    return ""


def _write_down(settlement: TaxSettlement, source: str, remark: str) -> bool:
    """False when the very same message was written down before."""
    _, new = Settlement.objects.get_or_create(
        bill_no=settlement.bill_no,
        receipt_no=settlement.receipt_no or "",
        state=settlement.state.value,
        defaults={
            "won": settlement.won,
            "paid_at": settlement.paid_at,
            "heard_at": clock.now(),
            "source": source,
            "used": not remark,
            "remark": remark,
        },
    )
    return new


def _settle(row: LicenceTax, proof: Proof, source: str) -> None:
    row.state, row.source = "paid", source
    row.receipt_no, row.paid_won, row.paid_at = proof.receipt_no, proof.won, proof.paid_at
    row.save()
    events.publish(
        TaxCleared(
            case_id=str(row.case_id),
            won=proof.won,
            class_no=row.class_no,
            receipt_no=proof.receipt_no,
            paid_on=proof.paid_at.astimezone(clock.SEOUL).date().isoformat(),
            place=_place(row),
        )
    )


def _place(row: LicenceTax) -> str:
    shown = display.plain(grants.service_of(row.case), grants.answers_of(row.case))
    return shown.get("address", "")
