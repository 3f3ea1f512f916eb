"""세무서 폐업신고 filed along is sent on without delay, once, also when the line fails (식품위생법 시행규칙 §44②)."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from eok.accounts.models import Officer
from eok.casework.actions.withdraw import withdraw
from eok.casework.models import Case
from eok.core import clock
from eok.core.outbox import worker
from eok.payments.models import ClosureHandOver
from tests import affairs
from tests.desk import rooms
from tests.simulators.calls import called
from tests.simulators.fixtures import _tax_process, receiver, tax_office  # noqa: F401
from tests.simulators.process import SECRET, Running

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

SENT = {"to": "서초세무서", "number": "위생과-1234", "on.year": "2026", "on.month": "11", "on.day": "23"}


def closed(**more: object) -> Case:
    answers = {**affairs.CLOSURE, "vat_closure": True, "business_no": "999-01-00027", **more}
    application = affairs.filed("food-business-closure", answers, affairs.person())
    return Case.objects.get(application=application)


@pytest.fixture
def connected(tax_office: Running, settings: Settings) -> Running:  # noqa: F811
    settings.EOK_TAX_OFFICE = "eok.linkage.adapters.http_tax_office.TaxOffice"
    settings.EOK_TAX_OFFICE_URL, settings.EOK_TAX_OFFICE_SECRET = tax_office.url, SECRET
    return tax_office


def row() -> ClosureHandOver:
    return ClosureHandOver.objects.get()


def test_after_acceptance_it_goes_with_its_form(connected: Running) -> None:
    closed()

    affairs.work()

    (arrived,) = called(connected, "GET", "/closures").json()
    assert (arrived["business_no"], arrived["closed_on"]) == ("999-01-00027", "2026-11-20")
    assert len(arrived["form"]) == 1 and arrived["form"][0] > 100
    assert (row().state, row().notice_no, row().sent_on) == ("sent", "C00000001", clock.seoul_now().date())


def test_when_the_answer_is_lost_it_is_still_taken_once(connected: Running) -> None:
    closed()
    connected.control(mode="drop")
    worker.drain()
    before = row().state
    connected.control(mode="ok")
    with clock.freeze(clock.now() + timedelta(minutes=5)):
        worker.drain()

    assert (before, row().state) == ("to_send", "sent")
    assert len(called(connected, "GET", "/closures").json()) == 1


def test_where_it_was_not_asked_for_nothing_goes(connected: Running) -> None:
    affairs.closure(affairs.person())

    affairs.work()

    assert not ClosureHandOver.objects.exists()
    assert called(connected, "GET", "/closures").json() == []


def test_withdrawn_before_it_left_it_stays(connected: Running) -> None:
    case = closed()
    connected.control(mode="busy")
    worker.drain()
    withdraw(case_id=case.pk, reason="", by=case.application.person)
    connected.control(mode="ok")
    with clock.freeze(clock.now() + timedelta(minutes=5)):
        worker.drain()

    assert row().state == "cancelled"
    assert called(connected, "GET", "/closures").json() == []


def test_by_hand_the_officer_says_where_when_and_which_number() -> None:
    case = closed()
    affairs.work()
    clerk = affairs.officer("sanitation")
    client = rooms.desk(clerk)
    before = rooms.text(client.get(rooms.page(case)))

    client.post(rooms.page(case, "tax-closure/"), SENT)

    assert "세무서 폐업신고" in before and "손으로 보낼 것" in before and "보낸 것 적기" in before
    assert (row().state, row().sent_to, row().notice_no, row().officer) == (
        "noted",
        "서초세무서",
        "위생과-1234",
        clerk,
    )
    assert "서초세무서 · 2026년 11월 23일" in rooms.text(client.get(rooms.page(case)))
    assert client.post(rooms.page(case, "tax-closure/"), SENT).status_code == 409


@pytest.mark.parametrize(("name", "typed"), [("to", ""), ("number", " "), ("on.day", "24"), ("on.day", "x")])
def test_what_is_missing_is_said_in_its_place(name: str, typed: str) -> None:
    case = closed()
    affairs.work()

    response = rooms.desk(affairs.officer("sanitation")).post(
        rooms.page(case, "tax-closure/"), {**SENT, name: typed}
    )

    assert response.status_code == 422
    assert f'id="{name.partition(".")[0]}-error"' in response.content.decode()
    assert row().state == "by_hand"


def test_another_department_can_not() -> None:
    case = closed()
    affairs.work()
    other: Officer = affairs.officer("economy")

    assert rooms.desk(other).post(rooms.page(case, "tax-closure/"), SENT).status_code == 404
