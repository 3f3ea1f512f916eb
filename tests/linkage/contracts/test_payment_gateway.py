"""What every PaymentGateway does: takes what was agreed once, knows what became of it, or leaves it to the counter."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from eok.linkage.errors import CounterOnlyError, ForgedCallbackError
from eok.linkage.ports import Checkout, PaymentGateway, PaymentState


def checkout() -> Checkout:
    here = "http://127.0.0.1:9/back"
    return Checkout(f"fee-{uuid4().hex}", 5_300, "영업신고증 재발급 수수료", here, f"{here}/left")


def test_the_same_order_is_one_checkout_or_none(payment_gateway: PaymentGateway) -> None:
    wanted = checkout()

    if not payment_gateway.connected:
        with pytest.raises(CounterOnlyError):
            payment_gateway.open(wanted)
        return
    first, again = payment_gateway.open(wanted), payment_gateway.open(wanted)

    assert first == again
    found = payment_gateway.status(wanted.order_no)
    assert found is not None
    assert (found.state, found.won) == (PaymentState.READY, 5_300)


def test_knows_nothing_of_an_order_it_never_saw(payment_gateway: PaymentGateway) -> None:
    if payment_gateway.connected:
        assert payment_gateway.status("fee-never-opened") is None


def test_lists_nothing_of_a_time_in_which_nothing_happened(payment_gateway: PaymentGateway) -> None:
    then = datetime(2020, 1, 1, tzinfo=UTC)

    assert payment_gateway.transactions(then, then) == ()


def test_what_is_no_message_is_forged(payment_gateway: PaymentGateway) -> None:
    with pytest.raises(ForgedCallbackError):
        payment_gateway.read_webhook(b"{}", {})


def test_the_check_passes_on_a_good_rig(payment_gateway: PaymentGateway) -> None:
    payment_gateway.check()
