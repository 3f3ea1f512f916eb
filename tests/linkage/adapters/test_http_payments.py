"""전자결제 over HTTP against the simulator: agreed, taken once, given back, listed, refused; silence is not an answer."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from eok.linkage.adapters.http_payments import Gateway
from eok.linkage.breaker import Breaker
from eok.linkage.errors import LinkageError, OutcomeUnknownError, PaymentRefusedError
from eok.linkage.exchange import Exchange, Patience
from eok.linkage.ports import Checkout, OpenedCheckout, PaymentState
from tests.linkage.lines import CALM, IMPATIENT
from tests.linkage.scripted import Say, scripted
from tests.simulators.fixtures import _payments_process, payments, receiver
from tests.simulators.process import SECRET, Running, running

__all__ = ["_payments_process", "payments", "receiver"]
HERE = "http://127.0.0.1:9/back"


def gateway_at(url: str, *, secret: str = SECRET, patience: Patience = CALM) -> Gateway:
    headers = {"Authorization": f"Basic {base64.b64encode(f'{secret}:'.encode()).decode()}"}
    return Gateway(Exchange("payments", url, headers=headers, patience=patience, breaker=Breaker(limit=99),
                            allow_simulator=True))  # fmt: skip


@contextmanager
def rig(port: type) -> Iterator[Gateway]:
    with running("payments") as simulator:
        yield gateway_at(simulator.url)


@pytest.fixture
def gateway(payments: Running) -> Gateway:
    payments.control(webhook="never")
    return gateway_at(payments.url, patience=IMPATIENT)


def agreed(payments: Running, gateway: Gateway, won: int = 5_300) -> tuple[str, OpenedCheckout]:
    """A checkout in which the person pressed the button."""
    number = f"fee-{uuid4().hex}"
    opened = gateway.open(Checkout(number, won, "수수료", HERE, f"{HERE}/left"))
    assert payments.http.post(opened.url, data={"do": "pay"}).status_code == 303
    return number, opened


def confirm(gateway: Gateway, number: str, opened: OpenedCheckout, won: int = 5_300) -> PaymentState:
    said = gateway.confirm(payment_key=opened.payment_key, order_no=number, won=won, key=f"confirm-{number}")
    return said.state


def test_taken_once_for_one_key(payments: Running, gateway: Gateway) -> None:
    number, opened = agreed(payments, gateway)

    assert confirm(gateway, number, opened) is PaymentState.DONE
    assert confirm(gateway, number, opened) is PaymentState.DONE

    now = datetime.now(UTC)
    lines = gateway.transactions(now - timedelta(hours=1), now + timedelta(hours=1))
    assert [(line.order_no, line.won) for line in lines] == [(number, 5_300)]


def test_given_back_in_parts_once_for_each_key(payments: Running, gateway: Gateway) -> None:
    number, opened = agreed(payments, gateway)
    confirm(gateway, number, opened)

    for key in ("a", "a", "b"):
        said = gateway.cancel(payment_key=opened.payment_key, won=300, reason="취하", key=f"{number}-{key}")

    assert said.state is PaymentState.PART_CANCELLED
    assert [one.won for one in said.cancels] == [300, 300]
    with pytest.raises(PaymentRefusedError) as refusal:
        gateway.cancel(payment_key=opened.payment_key, won=5_000, reason="취하", key=f"{number}-c")
    assert refusal.value.code == "NOT_CANCELABLE_AMOUNT"


def test_another_amount_than_agreed_is_refused(payments: Running, gateway: Gateway) -> None:
    number, opened = agreed(payments, gateway)

    with pytest.raises(PaymentRefusedError):
        confirm(gateway, number, opened, won=530)


def test_a_second_confirmation_under_another_key_is_to_be_asked_about(
    payments: Running, gateway: Gateway
) -> None:
    number, opened = agreed(payments, gateway)
    confirm(gateway, number, opened)

    with pytest.raises(OutcomeUnknownError):
        gateway.confirm(payment_key=opened.payment_key, order_no=number, won=5_300, key="another")


def test_taken_without_an_answer_is_unknown_and_found(payments: Running, gateway: Gateway) -> None:
    number, opened = agreed(payments, gateway)
    payments.control(mode="drop", on="confirm")

    with pytest.raises(OutcomeUnknownError):
        confirm(gateway, number, opened)

    payments.control(mode="ok")
    found = gateway.status(number)
    assert found is not None
    assert found.state is PaymentState.DONE


def test_a_wrong_key_is_named(payments: Running) -> None:
    with pytest.raises(LinkageError, match="EOK_PAYMENTS_SECRET"):
        gateway_at(payments.url, secret="wrong").check()


def test_a_long_list_is_read_to_its_end() -> None:
    first = b'{"transactionKey":"T%d","orderId":"fee-1","amount":10,"status":"DONE","transactionAt":"2026-11-23T10:00:00"}'
    pages = [b"[" + b",".join(first % n for n in range(5000)) + b"]", b"[" + first % 5000 + b"]"]
    with scripted(*(Say(body=page) for page in pages)) as script:
        lines = gateway_at(script.url).transactions(datetime.now(UTC), datetime.now(UTC))

    assert len(lines) == 5001
    assert "startingAfter=T4999" in script.asked[1][1]
    assert lines[0].at == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize("body", [b"", b"[]", b'{"orderId":"x"}', b'{"status":"NEW"}'])
def test_an_answer_in_another_shape_is_told(body: bytes) -> None:
    with scripted(Say(body=body)) as script, pytest.raises(LinkageError, match="약속한 형식"):
        gateway_at(script.url).status("fee-1")
