"""Money and the case: the certificate waits, nothing else does; what goes back follows the rule; unpaid is told again."""

from datetime import timedelta

import pytest

from eok.casework.actions.withdraw import withdraw
from eok.casework.events import CaseEventHappened, CaseRefused, CaseReturned
from eok.casework.lifecycle import STATES
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.core.models import Job
from eok.core.outbox import worker
from eok.notify.models import Message
from eok.payments import fee_sweeper
from eok.payments.actions.confirm import ask
from eok.payments.actions.end import end
from eok.payments.actions.give_back import give_back
from eok.payments.actions.record_counter import Counter, record_counter
from eok.payments.actions.settle import Proof, record_proof
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder, FeeRefund
from tests import affairs
from tests.payments.fee_house import booked, press, taken, visit
from tests.simulators.process import Running

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def pay(gateway: Running, case: Case) -> FeeAttempt:
    attempt = visit(case)
    press(gateway, attempt)
    FeeAttempt.objects.filter(pk=attempt.pk).update(state="returned")
    return ask(FeeAttempt.objects.get(pk=attempt.pk))


def tax_cleared(case: Case) -> Case:
    """The licence tax was proven."""
    proof = Proof("R-1", 40_500, clock.now() - timedelta(minutes=5))
    record_proof(case_id=case.pk, proof=proof, by=affairs.officer("economy"))
    affairs.work()
    case.refresh_from_db()
    return case


def test_the_certificate_waits_for_the_fee(gateway: Running, fees: None) -> None:
    case = tax_cleared(affairs.granted_mail_order())
    assert case.state == "awaiting_fee"
    assert Message.objects.filter(case=case, notice="fee_due").exists()

    pay(gateway, case)
    affairs.work()

    case.refresh_from_db()
    assert case.state == "completed"
    verbs = list(CaseEvent.objects.filter(case=case).order_by("sequence").values_list("verb", flat=True))
    assert verbs[-5:] == ["await_fee", "pay_fee", "clear_fee", "start_issue", "complete"]


def test_paid_before_the_decision_nothing_waits(gateway: Running, fees: None) -> None:
    case = affairs.granted_mail_order()

    pay(gateway, case)

    assert tax_cleared(case).state == "completed"


@pytest.mark.parametrize(
    ("accepted", "kept", "state"), [(False, 0, "refunded"), (True, 2_650, "part_refunded")]
)
def test_what_goes_back_after_a_withdrawal(
    gateway: Running, owing: Case, accepted: bool, kept: int, state: str
) -> None:
    if accepted:
        affairs.work()
    pay(gateway, owing)

    withdraw(case_id=owing.pk, reason="", by=owing.application.person)
    affairs.work()

    assert FeeOrder.objects.get().state == state
    assert taken(gateway) == booked() == kept
    told = CaseEvent.objects.filter(case=owing).order_by("sequence").values_list("verb", flat=True)
    assert list(told)[-2:] == ["withdraw", "refund_fee"]


@pytest.mark.parametrize(("event", "kept"), [(CaseReturned, 2_650), (CaseRefused, 5_300)])
def test_what_goes_back_after_a_return_or_a_refusal(
    gateway: Running, owing: Case, event: type[CaseEventHappened], kept: int
) -> None:
    pay(gateway, owing)

    give_back(event(str(owing.pk), 2, clock.now()))
    give_back(event(str(owing.pk), 2, clock.now()))
    affairs.work()

    assert taken(gateway) == booked() == kept


def test_withdrawn_unpaid_nothing_is_asked_any_more(gateway: Running, owing: Case) -> None:
    late = visit(owing)
    withdraw(case_id=owing.pk, reason="", by=owing.application.person)
    affairs.work()
    assert FeeOrder.objects.get().state == "closed"

    press(gateway, late)
    FeeAttempt.objects.update(state="returned")
    ask(FeeAttempt.objects.get())
    affairs.work()

    assert FeeOrder.objects.get().state == "refunded"
    assert taken(gateway) == booked() == 0


@pytest.mark.parametrize("mode", ["drop", "error", "lose"])
def test_a_refund_whose_answer_is_lost_goes_once(gateway: Running, owing: Case, mode: str) -> None:
    pay(gateway, owing)
    withdraw(case_id=owing.pk, reason="", by=owing.application.person)
    gateway.control(mode=mode, on="cancel")
    worker.drain()
    gateway.control(mode="ok")

    with clock.freeze(clock.now() + timedelta(days=1)):
        fee_sweeper.send_refunds_again()
        worker.drain()

    assert FeeEntry.objects.filter(kind="refund").count() == 1
    assert taken(gateway) == booked() == 0
    assert FeeRefund.objects.get().state == "done"


def test_given_back_at_the_gateways_own_desk_is_seen(gateway: Running, owing: Case) -> None:
    attempt = pay(gateway, owing)
    gateway.http.post(
        f"/v1/payments/{attempt.payment_key}/cancel",
        json={"cancelReason": "민원인 요청", "cancelAmount": 300},
        auth=("demonstration", ""),
    )

    with clock.freeze(clock.now() + timedelta(minutes=20)):
        ask(attempt)
    affairs.work()

    order = FeeOrder.objects.get()
    assert (order.state, order.keep_won) == ("part_refunded", 5_000)
    assert taken(gateway) == booked() == 5_000


def test_told_once_more_after_some_days_and_not_refused(owing: Case) -> None:
    affairs.work()
    with clock.freeze(clock.now() + timedelta(days=2)):
        assert fee_sweeper.remind() == 0
    with clock.freeze(clock.now() + timedelta(days=4)):
        assert fee_sweeper.remind() == 1
        assert fee_sweeper.remind() == 0
        worker.drain()

    owing.refresh_from_db()
    assert Message.objects.filter(case=owing, notice="fee_reminder").count() == 1
    assert STATES[owing.state].open


def test_the_recurring_jobs_ask_and_look_through(gateway: Running, owing: Case) -> None:
    attempt = visit(owing)
    with clock.freeze(clock.now() + timedelta(days=1)):
        FeeAttempt.objects.filter(pk=attempt.pk).update(order_no="fee-gone-at-the-gateway")
        fee_sweeper.sweep({})
        attempt.refresh_from_db()
        assert attempt.state == "expired"
        fee_sweeper.look_through({})

    assert Job.objects.filter(dead=True).count() == 0


def test_paid_at_the_counter_and_over_the_gateway_the_gateways_goes_back(
    gateway: Running, owing: Case
) -> None:
    late = visit(owing)
    paid = Counter("cash", "7-1", 5_300, clock.seoul_now(), "3번 창구")
    record_counter(case_id=owing.pk, paid=paid, by=affairs.officer("sanitation"))
    press(gateway, late)
    FeeAttempt.objects.update(state="returned")

    ask(FeeAttempt.objects.get())
    affairs.work()

    assert FeeOrder.objects.get().state == "paid"
    assert (taken(gateway), booked()) == (0, 5_300)


def test_with_the_case_what_points_at_the_payer_ends(gateway: Running, owing: Case) -> None:
    attempt = pay(gateway, owing)

    assert end(str(owing.pk)).rows == 1
    assert end(str(owing.pk)).rows == 0

    attempt.refresh_from_db()
    assert (attempt.payment_key, attempt.checkout_url) == ("", "")
    assert FeeOrder.objects.get().won == 5_300
