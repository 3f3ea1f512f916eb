"""Once only: identity, the register and the last filing stand ready, marked; somebody else's never do."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from eok.applications import drafts
from eok.applications.models import Draft
from eok.trail.models import Reading
from tests import affairs
from tests.licences import entries
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

LAST = "지난 신청(2026년 11월 23일 통신판매업 신고)에서 가져왔어요."


def begun(client: Client, service: str, **pressed: str) -> tuple[Draft, dict[str, Any]]:
    client.post(f"/apply/{service}", {"do": "start", **pressed})
    draft = Draft.objects.get()
    return draft, dict(drafts.read(draft).answers)


def test_the_last_filing_stands_ready_and_says_so() -> None:
    client, person = walking.signed_in()
    case = affairs.mail_order(person)

    offered = walking.text(client.get(f"/apply/{walking.MAIL_ORDER}"))
    draft, answers = begun(client, walking.MAIL_ORDER, before="yes")

    page = walking.text(client.get(walking.page_url(draft, "business")))
    assert "지난 신청에 적은 것을 넣어 두기" in offered
    assert answers["trade_name"] == "하늘상점" and answers["address"] == affairs.ADDRESS
    assert {"prepaid", "domain_state", "sales_methods"}.isdisjoint(answers)
    assert page.count(LAST) == 4
    assert Reading.objects.filter(
        subject=f"case:{case.pk}", reader_kind="resident", reader=str(person.pk)
    ).exists()


def test_the_mark_goes_when_the_answer_is_changed() -> None:
    client, person = walking.signed_in()
    affairs.mail_order(person)
    draft, _ = begun(client, walking.MAIL_ORDER, before="yes")

    walking.sent(client, draft, "business", trade_name="바다상점")

    page = walking.text(client.get(walking.page_url(draft, "business")))
    assert 'value="바다상점"' in page and page.count(LAST) == 3


def test_another_affair_takes_only_the_same_questions() -> None:
    client, person = walking.signed_in()
    affairs.mail_order(person)

    _, answers = begun(client, walking.CLOSURE, before="yes")

    assert answers["applicant_kind"] == "person" and answers["address"] == affairs.ADDRESS
    assert "business_name" not in answers


def test_without_the_tick_nothing_is_looked_into() -> None:
    client, person = walking.signed_in()
    affairs.mail_order(person)

    _, answers = begun(client, walking.MAIL_ORDER)

    assert "trade_name" not in answers and answers["representative_name"] == "김하늘"
    assert not Reading.objects.filter(reader_kind="resident").exists()


def test_an_entry_of_the_register_is_named_instead_of_copied() -> None:
    client, person = walking.signed_in()
    entry = entries.opened(birth_date="1985. 4. 12.")

    offered = walking.text(client.get(f"/apply/{walking.CLOSURE}"))
    draft, answers = begun(client, walking.CLOSURE, licence=str(entry.pk))

    page = walking.text(client.get(walking.page_url(draft, "business")))
    assert "어느 영업에 대한 신고인가요?" in offered and entry.licence_no in offered
    assert answers["licence_no"] == entry.licence_no and answers["business_name"] == "하늘식당"
    assert answers["business_type"] == "general-restaurant"
    assert answers["address"] == {"road": "서울특별시 서초구 시범대로 12", "detail": "1층", "postcode": ""}
    assert page.count(f"대장({entry.licence_no})에 적힌 것이에요.") == 4
    assert Reading.objects.filter(subject=f"licence:{entry.pk}", reader=str(person.pk)).exists()


@pytest.mark.parametrize(
    "written", [{"birth_date": "1985-04-13"}, {}, {"holder": "이바다", "birth_date": "1985-04-12"}]
)
def test_a_namesakes_entry_is_neither_shown_nor_taken(written: dict[str, str]) -> None:
    client, _ = walking.signed_in()
    entry = entries.opened("food-business", date(2024, 3, 4), **written)

    offered = walking.text(client.get(f"/apply/{walking.CLOSURE}"))
    _, answers = begun(client, walking.CLOSURE, licence=str(entry.pk))

    assert entry.licence_no not in offered
    assert "licence_no" not in answers
