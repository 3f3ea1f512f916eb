"""What every TaxOffice does: one bill per key, an honest state, and no belief in unsigned word."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from eok.linkage.errors import ForgedCallbackError
from eok.linkage.ports import LicenceEvent, LicenceNotice, TaxDemand, TaxOffice, TaxState


def demand() -> TaxDemand:
    return TaxDemand(
        key=str(uuid4()),
        payer_name="김하늘",
        payer_id_hint="1991-09-03",
        licence="통신판매업 신고",
        class_=3,
        won=40500,
        due_on=date(2026, 12, 31),
        place="서울특별시 서초구 시범대로 12",
    )


def test_the_same_key_is_one_bill_of_what_is_owed(tax_office_port: TaxOffice) -> None:
    owed = demand()

    first, again = tax_office_port.demand(owed), tax_office_port.demand(owed)

    assert first == again
    assert (first.won, first.due_on) == (40500, date(2026, 12, 31))
    assert (first.bill_no is None) == first.by_hand


def test_another_key_is_another_bill(tax_office_port: TaxOffice) -> None:
    first, other = tax_office_port.demand(demand()), tax_office_port.demand(demand())

    assert first.by_hand or first.bill_no != other.bill_no


def test_an_unpaid_bill_is_pending_and_can_be_withdrawn(tax_office_port: TaxOffice) -> None:
    bill = tax_office_port.demand(demand())

    before = tax_office_port.status(bill.bill_no or "")
    after = tax_office_port.cancel(bill.bill_no or "")

    assert before.state is TaxState.PENDING
    assert after.state is (TaxState.PENDING if bill.by_hand else TaxState.CANCELLED)


@pytest.mark.parametrize("event", LicenceEvent)
def test_a_licence_notice_is_told_once(tax_office_port: TaxOffice, event: LicenceEvent) -> None:
    notice = LicenceNotice(
        key=str(uuid4()),
        event=event,
        licence="통신판매업 신고",
        licence_no="2026-서울서초-0001",
        class_=3,
        holder_name="김하늘",
        holder_id_hint="1991-09-03",
        place="서울특별시 서초구 시범대로 12",
        on=date(2026, 11, 23),
    )

    first, again = tax_office_port.notify_licence(notice), tax_office_port.notify_licence(notice)
    other = tax_office_port.notify_licence(replace(notice, key=str(uuid4())))

    assert first == again
    assert first.by_hand or first.notice_no != other.notice_no


@pytest.mark.parametrize(
    "headers", [{}, {"X-Eok-Signature": "t=1,v1=" + "0" * 64}, {"X-Eok-Signature": "가"}]
)
def test_word_without_a_good_signature_is_not_believed(
    tax_office_port: TaxOffice, headers: dict[str, str]
) -> None:
    with pytest.raises(ForgedCallbackError):
        tax_office_port.read_callback(b'{"bill_no": "1", "state": "paid"}', headers)


def test_the_check_passes_on_a_good_rig(tax_office_port: TaxOffice) -> None:
    tax_office_port.check()
