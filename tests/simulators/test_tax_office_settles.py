"""Word of a payment: by callback and by polling, in any order, twice, late, never, forged, of another amount."""

import json
import queue

import pytest

from eok.linkage.shared_secret import is_genuine
from tests.simulators.calls import called
from tests.simulators.demands import opened, paid
from tests.simulators.process import SECRET, Running
from tests.simulators.receiver import Receiver, Told


def genuine(told: Told) -> bool:
    return is_genuine(SECRET, told.body, told.headers["X-Eok-Signature"])


def state(tax_office: Running, no: str) -> str:
    return str(called(tax_office, "GET", f"/bills/{no}").json()["state"])


def test_once(tax_office: Running, receiver: Receiver) -> None:
    no = opened(tax_office, "o-1")

    paid(tax_office, no)
    told = receiver.next()

    said = json.loads(told.body)
    assert genuine(told)
    assert (said["bill_no"], said["state"], said["won"]) == (no, "paid", 40500)
    assert said["receipt_no"] == called(tax_office, "GET", f"/bills/{no}").json()["receipt_no"]


def test_twice_with_one_receipt_number(tax_office: Running, receiver: Receiver) -> None:
    tax_office.control(settle="twice")
    no = opened(tax_office, "o-1")

    paid(tax_office, no)
    first, second = receiver.next(), receiver.next()

    assert json.loads(first.body) == json.loads(second.body)
    assert genuine(second)


def test_late_is_seen_by_polling_first(tax_office: Running, receiver: Receiver) -> None:
    tax_office.control(settle="late", seconds=0.3)
    no = opened(tax_office, "o-1")

    paid(tax_office, no)

    assert state(tax_office, no) == "paid"
    assert receiver.told.empty()
    assert genuine(receiver.next())


def test_early_is_told_before_polling_shows_it(tax_office: Running, receiver: Receiver) -> None:
    tax_office.control(settle="early", seconds=600)
    no = opened(tax_office, "o-1")

    paid(tax_office, no)
    told = receiver.next()

    assert genuine(told)
    assert state(tax_office, no) == "pending"


@pytest.mark.parametrize(("settle", "shown"), [("never", "paid"), ("lost", "pending")])
def test_never_told(tax_office: Running, receiver: Receiver, settle: str, shown: str) -> None:
    tax_office.control(settle=settle)
    quiet = opened(tax_office, "o-1")
    paid(tax_office, quiet)
    tax_office.control(settle="once")
    loud = opened(tax_office, "o-2")
    paid(tax_office, loud)

    told = receiver.next()

    assert json.loads(told.body)["bill_no"] == loud
    assert state(tax_office, quiet) == shown


def test_forged(tax_office: Running, receiver: Receiver) -> None:
    tax_office.control(settle="forged")
    receiver.answers = [403]

    paid(tax_office, opened(tax_office, "o-1"))

    assert not genuine(receiver.next())


def test_another_amount(tax_office: Running, receiver: Receiver) -> None:
    tax_office.control(settle="short")

    paid(tax_office, opened(tax_office, "o-1"))
    told = receiver.next()

    assert genuine(told)
    assert json.loads(told.body)["won"] == 4050


def test_told_again_when_the_portal_was_down(tax_office: Running, receiver: Receiver) -> None:
    receiver.answers = [503]

    paid(tax_office, opened(tax_office, "o-1"))
    first, second = receiver.next(), receiver.next()

    assert first.body == second.body


def test_not_told_again_when_the_portal_refused(tax_office: Running, receiver: Receiver) -> None:
    receiver.answers = [403]
    paid(tax_office, opened(tax_office, "o-1"))
    receiver.next()

    with pytest.raises(queue.Empty):
        receiver.told.get(timeout=0.8)
