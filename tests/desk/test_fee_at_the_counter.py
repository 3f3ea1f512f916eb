"""The officer's page of one fee: paid at the counter with its number, given back in parts, handed over, asked about."""

import pytest

from eok.accounts.models import Officer
from eok.casework.actions.withdraw import withdraw
from eok.casework.models import Case, CaseEvent
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder, FeeRefund
from tests import affairs
from tests.desk.rooms import desk, page, text
from tests.payments.conftest import _payments_process, fees, gateway, owing, payments, receiver
from tests.payments.fee_house import press, taken, visit
from tests.simulators.process import Running

__all__ = ["_payments_process", "fees", "gateway", "owing", "payments", "receiver"]
pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]
STAMP = {
    "do": "counter", "way": "stamp", "number": "증지 2026-77", "won": "5,300", "place": "1층 민원실 3번 창구",
    "paid_on.year": "2026", "paid_on.month": "11", "paid_on.day": "23",
}  # fmt: skip


@pytest.fixture
def clerk() -> Officer:
    return affairs.officer("sanitation")


def test_a_stamp_is_recorded_with_number_day_and_place(owing: Case, clerk: Officer) -> None:
    answer = desk(clerk).post(page(owing, "fee/"), STAMP, follow=True)

    order = FeeOrder.objects.get()
    assert (order.state, order.way, order.outside_no, order.place) == (
        "paid", "stamp", "증지 2026-77", "1층 민원실 3번 창구",
    )  # fmt: skip
    assert order.officer == clerk
    assert "R2026-000001" in text(answer)
    assert CaseEvent.objects.filter(case=owing, verb="pay_fee").exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"won": "5,000"}, "낼 금액(5,300원)과 다릅니다"),
        ({"won": "오천"}, "금액을 숫자로"),
        ({"number": " "}, "증지 번호나 영수증 번호를"),
        ({"place": ""}, "받은 곳을 적어"),
        ({"way": "gateway"}, "낸 방법을 골라"),
        ({"paid_on.day": "24"}, "오늘보다 뒤"),
        ({"paid_on.day": "22"}, "신청한 날보다 앞"),
        ({"paid_on.day": "x"}, "낸 날을 읽을 수 없습니다"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_stays(
    owing: Case, clerk: Officer, changed: dict[str, str], words: str
) -> None:
    answer = desk(clerk).post(page(owing, "fee/"), {**STAMP, **changed})

    assert answer.status_code == 422
    assert words in text(answer)
    assert FeeEntry.objects.count() == 0


def test_a_second_record_is_told_that_it_was_paid(owing: Case, clerk: Officer) -> None:
    browser = desk(clerk)
    browser.post(page(owing, "fee/"), STAMP)

    again = browser.post(page(owing, "fee/"), STAMP)

    assert again.status_code == 409 and "이미 냈거나" in text(again)
    assert FeeEntry.objects.count() == 1


def test_paid_at_the_counter_it_goes_back_at_the_counter(owing: Case, clerk: Officer) -> None:
    browser = desk(clerk)
    browser.post(page(owing, "fee/"), STAMP)
    withdraw(case_id=owing.pk, reason="", by=owing.application.person)
    affairs.work()
    waiting = FeeRefund.objects.get()

    listed = text(browser.get("/desk/fees/?show=waiting"))
    browser.post(page(owing, "fee/"), {"do": "handed", "refund": str(waiting.pk)})

    assert (waiting.state, waiting.won) == ("by_hand", 5_300)
    assert "돌려드릴 것" in listed and "수수료 1건" in listed
    assert FeeOrder.objects.get().state == "refunded"
    assert browser.post(page(owing, "fee/"), {"do": "handed", "refund": str(waiting.pk)}).status_code == 404


def test_a_part_goes_back_over_the_gateway(gateway: Running, owing: Case, clerk: Officer) -> None:
    attempt = visit(owing)
    press(gateway, attempt)
    FeeAttempt.objects.filter(pk=attempt.pk).update(state="returned")
    browser = desk(clerk)
    browser.post(page(owing, "fee/"), {"do": "ask"})

    too_much = browser.post(page(owing, "fee/"), {"do": "back", "won": "5,301"})
    browser.post(page(owing, "fee/"), {"do": "back", "won": "300"})
    affairs.work()

    assert too_much.status_code == 422 and "5,300원까지" in text(too_much)
    assert FeeOrder.objects.get().state == "part_refunded"
    assert taken(gateway) == 5_000


def test_asked_while_nobody_agreed_nothing_changes(gateway: Running, owing: Case, clerk: Officer) -> None:
    visit(owing)

    answer = desk(clerk).post(page(owing, "fee/"), {"do": "ask"})

    assert answer.status_code == 200 and "낸 것으로 나오지 않아요" in text(answer)


def test_a_gateway_that_is_down_is_told(gateway: Running, owing: Case, clerk: Officer) -> None:
    visit(owing)
    gateway.control(mode="busy", on="status")

    assert desk(clerk).post(page(owing, "fee/"), {"do": "ask"}).status_code == 503


def test_the_case_says_how_its_fee_stands(owing: Case, clerk: Officer) -> None:
    assert "받은 것 적기" in text(desk(clerk).get(page(owing)))


@pytest.mark.parametrize("do", ["", "fly"])
def test_what_is_no_act_is_not_found(owing: Case, clerk: Officer, do: str) -> None:
    assert desk(clerk).post(page(owing, "fee/"), {"do": do}).status_code == 404


def test_of_another_department_it_is_none(owing: Case) -> None:
    browser = desk(affairs.officer("economy"))

    assert browser.get(page(owing, "fee/")).status_code == 404
    assert "수수료 0건" in text(browser.get("/desk/fees/"))
