"""No tax system is connected: the desk asks nobody and leads to writing the receipt down."""

import pytest

from eok.casework.models import Case
from eok.payments.models import LicenceTax
from tests import affairs
from tests.desk import rooms

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

ASK = "세무 시스템에 물어보기"


@pytest.fixture
def case() -> Case:
    granted = affairs.granted_mail_order()
    assert LicenceTax.objects.get(case=granted).state == "by_hand"
    return granted


def test_the_next_step_is_to_write_the_receipt_down(case: Case) -> None:
    response = rooms.desk(rooms.clerk()).get(rooms.page(case))
    shown = rooms.text(response)

    assert "지금 할 일 등록면허세를 기다려요. 낸 영수증을 받으면 그대로 적어 주세요." in shown
    assert f'href="{rooms.page(case, "tax/")}"' in response.content.decode()
    assert ASK not in shown


def test_a_demand_of_the_tax_system_can_be_asked_about(case: Case) -> None:
    LicenceTax.objects.update(state="demanded", bill_no="B-1")

    shown = rooms.text(rooms.desk(rooms.clerk()).get(rooms.page(case)))

    assert ASK in shown
    assert "지금 할 일 등록면허세를 기다려요. 납부를 확인하면 신고증이 나가요." in shown


def test_an_old_page_that_asks_is_told_that_nobody_is_connected(case: Case) -> None:
    response = rooms.desk(rooms.clerk()).post(rooms.page(case, "tax/"), {"do": "ask"})

    assert "세무 시스템이 연결되어 있지 않아요." in rooms.text(response)
    assert LicenceTax.objects.get(case=case).asked_at is None
