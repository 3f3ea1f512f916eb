"""A look-up asks for what the person was told and no more (전자정부법 §42① 2호); the source may know more."""

import pytest
from pytest_django import Settings

from eok.casework import reviews
from eok.casework.actions.look_up import look_up
from eok.casework.models import Case
from tests import affairs
from tests.desk import rooms
from tests.mending import mend
from tests.simulators.process import SECRET, Running

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

PAPER = "business-registration"


@pytest.fixture(autouse=True)
def connected(records: Running, settings: Settings) -> None:
    settings.EOK_SHARED_RECORDS = "eok.linkage.adapters.http_shared_records.Records"
    settings.EOK_SHARED_RECORDS_URL, settings.EOK_SHARED_RECORDS_SECRET = records.url, SECRET


def test_facts_nobody_agreed_to_do_not_come() -> None:
    clerk = rooms.clerk()
    case = _accepted("999-01-00008")

    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)

    assert "개업일 2026-11-02" in _note(case)
    assert "업종" not in _note(case) and "사업자 상태" not in _note(case)


def test_each_thing_that_differs_is_named() -> None:
    clerk = rooms.clerk()
    case = _accepted("999-01-00013")

    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)

    assert _result(case) == "look"
    assert _note(case).startswith("적은 것과 다른 것: 상호, 대표자 성명, 사업장 소재지. ")


def test_what_agrees_in_everything_is_right() -> None:
    clerk = rooms.clerk()
    case = _accepted("999-01-00008", address={**affairs.ADDRESS, "detail": "3층 301호"})

    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)

    assert _result(case) == "ok"


def test_another_room_of_the_house_is_looked_at_by_the_officer() -> None:
    clerk = rooms.clerk()
    case = _accepted("999-01-00008", address={**affairs.ADDRESS, "detail": "3층 302호"})

    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)

    assert _note(case).startswith("적은 것과 다른 것: 사업장 소재지. ")


def test_a_corrected_number_is_looked_up_anew() -> None:
    clerk = rooms.clerk()
    case = _accepted("999-01-00013")
    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)
    first = _note(case)
    mend(case, clerk, "2026-11-24T10:00:00+09:00", business_no="999-01-00008")

    look_up(case_id=case.pk, paper_id=PAPER, by=clerk)

    assert "푸른책방" in first and "L00000002" in first  # the first was asked after the acceptance
    assert "하늘상점" in _note(case) and "L00000003" in _note(case)


def _accepted(business_no: str, **answers: object) -> Case:
    case = affairs.mail_order(affairs.person(), business_no=business_no, **answers)
    affairs.work()
    return Case.objects.get(pk=case.pk)


def _note(case: Case) -> str:
    """What the officer reads beside the check."""
    return _checked(case).note


def _result(case: Case) -> str:
    return _checked(case).result


def _checked(case: Case) -> reviews.Checked:
    rows = {row.item.automatic: row for row in reviews.review_list(Case.objects.get(pk=case.pk))}
    return rows["business_registration_matches"]
