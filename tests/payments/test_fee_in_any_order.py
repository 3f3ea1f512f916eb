"""Return, webhook and polling in any order, twice, late or never: the fee is paid once, and every won is in the books."""

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.payments import fee_sweeper
from eok.payments.actions.confirm import CameBack, came_back, hint
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder
from tests import affairs
from tests.payments.fee_house import booked, press, taken, visit
from tests.simulators.process import Running

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def back(attempt: FeeAttempt, said: dict[str, str]) -> FeeAttempt:
    attempt.refresh_from_db()
    return came_back(attempt, CameBack(said["paymentKey"], said["orderId"], said["amount"]))


def told(attempt: FeeAttempt, said: dict[str, str]) -> None:
    hint(attempt.order_no)
    affairs.work()


def polled(attempt: FeeAttempt, said: dict[str, str]) -> None:
    with clock.freeze(clock.now() + timedelta(minutes=16)):
        FeeAttempt.objects.filter(pk=attempt.pk).update(asked_at=None)
        fee_sweeper.sweep({})


WAYS: dict[str, Callable[[FeeAttempt, dict[str, str]], Any]] = {"back": back, "told": told, "polled": polled}


def test_paid_by_coming_back(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)

    done = back(attempt, press(gateway, attempt))

    order = FeeOrder.objects.get(case=owing)
    assert (done.state, order.state, order.way) == ("paid", "paid", "gateway")
    assert order.receipt_no == "R2026-000001"
    assert taken(gateway) == booked(order) == 5_300
    assert CaseEvent.objects.filter(case=owing, verb="pay_fee").count() == 1


@pytest.mark.parametrize("order", list(permutations(WAYS)), ids="-".join)
def test_in_any_order_and_twice(gateway: Running, owing: Case, order: tuple[str, ...]) -> None:
    attempt = visit(owing)
    said = press(gateway, attempt)

    for way in (*order, *order):
        WAYS[way](attempt, said)

    assert FeeOrder.objects.get(case=owing).state == "paid"
    assert FeeEntry.objects.count() == 1
    assert taken(gateway) == booked() == 5_300


@pytest.mark.parametrize("way", ["told", "polled"])
def test_an_answer_that_was_lost_is_found(gateway: Running, owing: Case, way: str) -> None:
    attempt = visit(owing)
    said = press(gateway, attempt)
    gateway.control(mode="drop", on="confirm")

    unknown = back(attempt, said)
    gateway.control(mode="ok")
    assert (unknown.state, FeeOrder.objects.get().state) == ("unknown", "owed")
    WAYS[way](attempt, said)

    assert FeeOrder.objects.get().state == "paid"
    assert taken(gateway) == booked() == 5_300


@pytest.mark.parametrize("mode", ["error", "busy", "lose"])
def test_a_gateway_that_is_down_takes_the_money_later(gateway: Running, owing: Case, mode: str) -> None:
    attempt = visit(owing)
    said = press(gateway, attempt)
    gateway.control(mode=mode, on="confirm")

    waiting = back(attempt, said)
    gateway.control(mode="ok")
    assert waiting.state in ("returned", "unknown")
    affairs.work_after(31)

    assert FeeOrder.objects.get().state == "paid"
    assert taken(gateway) == booked() == 5_300


def test_who_gives_up_can_pay_again(gateway: Running, owing: Case) -> None:
    first, second = visit(owing), visit(owing)

    back(second, press(gateway, second))
    back(first, press(gateway, first))
    affairs.work()

    order = FeeOrder.objects.get()
    assert order.state == "paid"
    assert FeeEntry.objects.filter(kind="charge").count() == 2
    assert taken(gateway) == booked() == 5_300


def test_a_refused_card_takes_nothing(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)
    gateway.control(outcome="refuse")

    refused = back(attempt, press(gateway, attempt))

    assert (refused.state, refused.failure) == ("refused", "REJECT_CARD_PAYMENT")
    assert FeeOrder.objects.get().state == "owed"
    assert taken(gateway) == booked() == 0


def test_an_amount_the_browser_changed_is_never_confirmed(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)
    gateway.control(outcome="short")

    back(attempt, press(gateway, attempt))
    affairs.work_after(31)

    assert FeeOrder.objects.get().state == "owed"
    assert taken(gateway) == booked() == 0


def test_another_amount_than_owed_goes_back_whole(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)
    gateway.control(outcome="wrong")

    odd = back(attempt, press(gateway, attempt))
    affairs.work()

    assert (odd.state, FeeOrder.objects.get().state) == ("odd", "owed")
    assert [(row.kind, row.won) for row in FeeEntry.objects.order_by("pk")] == [
        ("charge", 6_300),
        ("refund", 6_300),
    ]
    assert taken(gateway) == booked() == 0


def test_the_key_of_another_payment_pays_nothing(gateway: Running, owing: Case) -> None:
    other = affairs.closure(affairs.person("이바다"))
    mine, theirs = visit(owing), visit(other)

    back(mine, press(gateway, theirs))

    assert FeeOrder.objects.get(case=owing).state == "owed"
    assert taken(gateway) == 0


def test_a_visit_nobody_came_back_from_ends(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)
    FeeAttempt.objects.update(order_no="fee-gone-at-the-gateway")

    polled(attempt, {})

    attempt.refresh_from_db()
    assert attempt.state == "expired"


def test_a_webhook_for_an_order_that_is_not_ours_does_nothing(gateway: Running, owing: Case) -> None:
    assert hint("fee-of-nobody") is False


def test_the_gateway_takes_a_message_of_the_webhook_for_no_proof(
    gateway: Running, owing: Case, client: Any
) -> None:
    attempt = visit(owing)
    lie = {"eventType": "PAYMENT_STATUS_CHANGED", "data": {"orderId": attempt.order_no, "status": "DONE"}}

    answer = client.post("/payments/gateway/webhook/", lie, content_type="application/json")
    affairs.work()

    assert answer.status_code == 200
    assert FeeOrder.objects.get().state == "owed"


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[1]", b'{"data":{"orderId":"../x"}}', b"\xff\xfe", b"[" * 5000]
)
def test_what_is_no_webhook_is_refused(gateway: Running, owing: Case, client: Any, body: bytes) -> None:
    answer = client.post("/payments/gateway/webhook/", body, content_type="application/json")

    assert answer.status_code == 403
