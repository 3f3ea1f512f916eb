"""Licence tax over HTTP against the simulator: bills, word of payment, forged and stale word."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from eok.core import clock
from eok.linkage import ports, shared_secret
from eok.linkage.adapters.http_tax_office import TaxOffice
from eok.linkage.errors import ForgedCallbackError, LinkageError, OutcomeUnknownError
from eok.linkage.ports import TaxDemand, TaxState
from tests.linkage.lines import IMPATIENT, line
from tests.simulators.demands import paid
from tests.simulators.process import SECRET, Running, running
from tests.simulators.receiver import Receiver

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
SETTLED = (
    b'{"bill_no":"9","state":"paid","paid_at":"2026-11-23T14:00:00+09:00","receipt_no":"R1","won":40500}'
)
OWED = TaxDemand(
    "k", "김하늘", "1991-09-03", "통신판매업 신고", 3, 40500, date(2026, 12, 31), "서초구 시범대로 12"
)


@contextmanager
def rig(port: type) -> Iterator[TaxOffice]:
    with running("tax_office") as simulator:
        yield TaxOffice(line("tax_office", simulator.url), SECRET)


@pytest.fixture
def office(tax_office: Running) -> TaxOffice:
    return TaxOffice(line("tax_office", tax_office.url, patience=IMPATIENT), SECRET)


def test_a_bill_and_where_to_pay_it(tax_office: Running, office: TaxOffice) -> None:
    bill = office.demand(OWED)

    assert bill.bill_no == "9999900000000000001"
    assert bill.pay_url == f"{tax_office.url}/pay/{bill.bill_no}"


def test_paid_is_heard_and_seen_alike(tax_office: Running, office: TaxOffice, receiver: Receiver) -> None:
    bill = office.demand(OWED)
    paid(tax_office, bill.bill_no or "")

    told = receiver.next()
    heard, seen = office.read_callback(told.body, told.headers), office.status(bill.bill_no or "")

    assert (heard.bill_no, heard.state, heard.won) == (bill.bill_no, TaxState.PAID, 40500)
    assert (heard.receipt_no, heard.paid_at) == (seen.receipt_no, seen.paid_at)


@pytest.mark.parametrize("settle", ["forged"])
def test_forged_word_is_refused(
    tax_office: Running, office: TaxOffice, receiver: Receiver, settle: str
) -> None:
    tax_office.control(settle=settle)
    receiver.answers = [403]
    paid(tax_office, office.demand(OWED).bill_no or "")
    told = receiver.next()

    with pytest.raises(ForgedCallbackError):
        office.read_callback(told.body, told.headers)


def test_one_changed_byte_is_refused(office: TaxOffice) -> None:
    header = {"x-eok-signature": shared_secret.signature(SECRET, SETTLED, int(NOW.timestamp()))}

    with clock.freeze(NOW):
        office.read_callback(SETTLED, header)
        for place in range(len(SETTLED)):
            changed = SETTLED[:place] + bytes([SETTLED[place] ^ 1]) + SETTLED[place + 1 :]
            with pytest.raises(ForgedCallbackError):
                office.read_callback(changed, header)


@pytest.mark.parametrize(("minutes", "good"), [(-6, False), (-5, True), (0, True), (5, True), (6, False)])
def test_word_is_believed_for_five_minutes(office: TaxOffice, minutes: int, good: bool) -> None:
    header = {"X-Eok-Signature": shared_secret.signature(SECRET, SETTLED, int(NOW.timestamp()))}

    with clock.freeze(NOW + timedelta(minutes=minutes)):
        try:
            heard = office.read_callback(SETTLED, header).receipt_no == "R1"
        except ForgedCallbackError:
            heard = False

    assert heard is good


def test_signed_nonsense_is_refused(office: TaxOffice) -> None:
    body = b'{"bill_no": "9", "state": "maybe"}'
    header = {"X-Eok-Signature": shared_secret.signature(SECRET, body, int(NOW.timestamp()))}

    with clock.freeze(NOW), pytest.raises(ForgedCallbackError):
        office.read_callback(body, header)


def test_the_bearer_token_does_not_sign() -> None:
    token = shared_secret.bearer(SECRET).removeprefix("Bearer ")
    header = shared_secret.signature(token, SETTLED, int(NOW.timestamp()))

    with clock.freeze(NOW):
        assert not shared_secret.is_genuine(SETTLED.decode(), SETTLED, header)
        assert not shared_secret.is_genuine(SECRET, SETTLED, header)


def test_no_answer_to_a_demand_is_unknown_and_then_the_same_bill(
    tax_office: Running, office: TaxOffice
) -> None:
    tax_office.control(mode="drop")
    with pytest.raises(OutcomeUnknownError):
        office.demand(OWED)

    tax_office.control(mode="ok")

    assert office.demand(OWED).bill_no == "9999900000000000001"


def test_an_unknown_bill_is_final(office: TaxOffice) -> None:
    with pytest.raises(LinkageError, match="전자납부번호가 없습니다") as caught:
        office.status("123/../456")

    assert caught.value.retryable is False


def test_a_paid_bill_is_not_cancelled(tax_office: Running, office: TaxOffice) -> None:
    bill = office.demand(OWED)
    paid(tax_office, bill.bill_no or "")

    assert office.cancel(bill.bill_no or "").state is TaxState.PAID


def test_the_log_tells_nothing_personal(office: TaxOffice, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        bill = office.demand(OWED)
        office.status(bill.bill_no or "")

    ours = [record.getMessage() for record in caplog.records if record.name == "eok.linkage"]
    assert [line.split(" ms=")[0] for line in ours] == [
        "system=tax_office call=demand outcome=201 attempts=1",
        "system=tax_office call=status outcome=200 attempts=1",
    ]


def test_values_do_not_show_people_when_printed() -> None:
    assert "김하늘" not in repr(OWED)
    assert json.loads(SETTLED)["receipt_no"] in repr(
        ports.TaxSettlement("9", TaxState.PAID, None, "R1", 40500)
    )
