"""Without any contract: every port works, and leaves what must be done to an officer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest

from eok.core import clock
from eok.linkage import ports
from eok.linkage.adapters import manual
from eok.linkage.errors import CounterOnlyError

OF_PORT: dict[type, type[ports.Adapter]] = {
    ports.IdentityProvider: manual.Identity,
    ports.SmsGateway: manual.Sms,
    ports.TaxOffice: manual.TaxOffice,
    ports.PaymentGateway: manual.Payments,
    ports.SharedRecords: manual.SharedRecords,
    ports.AddressSearch: manual.Addresses,
    ports.BuildingRegister: manual.Buildings,
}


@contextmanager
def rig(port: type) -> Iterator[ports.Adapter]:
    yield OF_PORT[port].from_settings()


def test_a_message_waits_for_an_officer() -> None:
    instant = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)

    with clock.freeze(instant):
        receipt = manual.Sms().send(ports.OutgoingSms("k", "010-0000-0001", "접수"))

    assert receipt == ports.SmsReceipt("", instant, by_hand=True)


def test_a_bill_has_no_number_from_outside() -> None:
    owed = ports.TaxDemand(
        "k", "김하늘", "1991-09-03", "통신판매업 신고", 3, 40500, date(2026, 12, 31), "서초구"
    )

    bill = manual.TaxOffice().demand(owed)

    assert bill == ports.TaxBill(None, 40500, date(2026, 12, 31), pay_url=None, by_hand=True)


def test_nobody_is_let_in() -> None:
    with pytest.raises(CounterOnlyError) as caught:
        manual.Identity().begin(
            state="s",
            nonce="n",
            code_verifier="v" * 43,
            redirect_uri="http://127.0.0.1/",
            acr=ports.Acr.SIGN_IN,
        )

    assert caught.value.retryable is False


def test_addresses_are_typed() -> None:
    assert manual.Addresses().search("시범대로 12") == []
    assert "직접 적어 주세요" in manual.Addresses().hint
