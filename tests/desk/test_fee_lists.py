"""Fees as a list and a file, and 대사: what stands on one side only is shown."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from eok.casework.models import Case
from eok.core import clock
from eok.payments.actions.confirm import ask
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder
from tests import affairs
from tests.desk.rooms import desk, text
from tests.payments.conftest import _payments_process, fees, gateway, owing, payments, receiver
from tests.payments.fee_house import press, visit
from tests.simulators.process import Running

__all__ = ["_payments_process", "fees", "gateway", "owing", "payments", "receiver"]
pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]
ALL = "/desk/fees/reconcile/?from=2026-11-01&to=2027-01-31&show=all"


@pytest.fixture
def browser() -> Client:
    return desk(affairs.officer("sanitation"))


@pytest.fixture
def paid(gateway: Running, owing: Case) -> FeeAttempt:
    attempt = visit(owing)
    press(gateway, attempt)
    FeeAttempt.objects.filter(pk=attempt.pk).update(state="returned")
    return ask(FeeAttempt.objects.get(pk=attempt.pk))


def test_the_list_and_its_file(browser: Client, owing: Case) -> None:
    listed = text(browser.get("/desk/fees/"))
    file = browser.get("/desk/fees/?as=csv").content.decode()

    assert "수수료 1건" in listed and "내지 않음 1건 5,300원" in listed
    assert f"{owing.application.application_no},식품 영업 폐업신고,5300,내지 않음" in file


@pytest.mark.parametrize(
    ("show", "count"), [("owed", 1), ("paid", 0), ("checking", 0), ("back", 0), ("x", 1)]
)
def test_narrowed(browser: Client, owing: Case, show: str, count: int) -> None:
    assert f"수수료 {count}건" in text(browser.get(f"/desk/fees/?show={show}"))


def test_both_sides_alike(browser: Client, paid: FeeAttempt) -> None:
    page = browser.get(ALL)

    assert "모두 맞아요" in text(page)
    assert "결제 시스템 5,300원 · 우리 장부 5,300원" in text(page)
    assert f"{paid.order_no},5300,5300,같음" in browser.get(f"{ALL}&as=csv").content.decode()


def test_what_only_the_gateway_has(browser: Client, paid: FeeAttempt) -> None:
    FeeEntry.objects.all().delete()

    assert "결제 시스템에만 있음" in text(browser.get(ALL))


def test_what_only_we_have(browser: Client, paid: FeeAttempt) -> None:
    order = FeeOrder.objects.get()
    FeeEntry.objects.create(order=order, attempt=paid, kind="charge", won=10, key="fee-nowhere", at=clock.now(),
                            heard_at=clock.now(), source="polling")  # fmt: skip

    assert "우리에게만 있음" in text(browser.get(ALL))


def test_another_amount(browser: Client, paid: FeeAttempt) -> None:
    FeeEntry.objects.update(won=530)

    assert "금액이 다름" in text(browser.get(ALL))


def test_a_gateway_that_does_not_answer(browser: Client, gateway: Running) -> None:
    gateway.control(mode="busy", on="list")

    assert browser.get(ALL).status_code == 503


def test_without_a_gateway_there_is_nothing_to_hold_against(browser: Client, fees: None) -> None:
    assert "전자결제가 연결되지 않았어요" in text(browser.get("/desk/fees/reconcile/"))


@pytest.mark.parametrize(
    "days", ["from=x&to=y", "from=2026-12-01&to=2026-01-01", "from=0001-01-01&to=9999-12-31"]
)
def test_days_that_mean_nothing_are_the_usual_ones(browser: Client, fees: None, days: str) -> None:
    assert browser.get(f"/desk/fees/reconcile/?{days}").status_code == 200


def test_the_same_days_are_asked_of_the_gateway(browser: Client, paid: FeeAttempt, settings: Any) -> None:
    then = (clock.seoul_now() - timedelta(days=30)).date()

    assert "움직인 돈이 없어요" in text(browser.get(f"/desk/fees/reconcile/?from={then}&to={then}"))
