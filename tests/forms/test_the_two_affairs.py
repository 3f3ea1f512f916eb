"""The two real affairs: what they ask of whom, and which papers follow."""

from typing import Any

import pytest

from eok.catalogue import queries as catalogue
from eok.forms.answers import prefill, read_again
from eok.forms.checks import check_service
from eok.forms.evaluate import asked, filed_answers, incomplete_pages, papers_needed
from eok.forms.official import official_form
from eok.forms.preparation import preparation
from tests.forms.making import AROUND, TODAY

MAIL_ORDER, CLOSURE = "mail-order-report", "food-business-closure"
PLACE = {"road": "서울특별시 서초구 시범대로 12", "detail": "", "postcode": ""}
PERSON: dict[str, Any] = {
    "applicant_kind": "person", "representative_name": "김하늘", "birth_date": "1988-02-14",
    "mobile": "010-0000-0001", "email": "haneul@example.com", "trade_name": "하늘상점",
    "business_no": "123-45-67891", "address": PLACE, "business_phone": "02-0000-0000",
    "sales_methods": ["internet"], "goods": ["fashion"], "domain_state": "later", "host_server_state": "later",
    "prepaid": False,
}  # fmt: skip
CLOSING: dict[str, Any] = {
    "applicant_kind": "person", "owner_name": "홍길동", "birth_date": "1970-01-02", "mobile": "010-0000-0002",
    "business_name": "푸른식당", "business_type": "general-restaurant", "licence_no": "제2024-0012345호",
    "address": PLACE, "closed_on": "2026-11-30", "reason": "personal", "certificate_state": "have",
    "vat_closure": False,
}  # fmt: skip


def _needed(service_id: str, answers: dict[str, Any]) -> set[str]:
    return {s.paper.id for s in papers_needed(catalogue.get(service_id), answers) if s.needed}


@pytest.mark.parametrize("service_id", [MAIL_ORDER, CLOSURE])
def test_every_condition_of_the_files_is_right(service_id: str) -> None:
    assert list(check_service(catalogue.get(service_id))) == []


@pytest.mark.parametrize(("service_id", "answers"), [(MAIL_ORDER, PERSON), (CLOSURE, CLOSING)])
def test_a_whole_draft_can_be_filed(service_id: str, answers: dict[str, Any]) -> None:
    service = catalogue.get(service_id)

    assert list(incomplete_pages(service, answers, TODAY)) == []
    assert filed_answers(service, answers) == answers


@pytest.mark.parametrize(
    ("change", "papers"),
    [
        ({}, {"business-registration"}),
        ({"prepaid": True, "safety_service": "insurance"}, {"business-registration", "safety-certificate"}),
        ({"prepaid": True, "safety_service": "escrow", "escrow_through": "direct"},
         {"business-registration", "safety-certificate"}),
        ({"prepaid": True, "safety_service": "escrow", "escrow_through": "marketplace"},
         {"business-registration", "escrow-certificate", "escrow-broker-proof"}),
        ({"prepaid": True, "safety_service": "exempt"}, {"business-registration", "exemption-statement"}),
        ({"applicant_kind": "corporation"}, {"business-registration", "corporate-register"}),
        ({"applicant_kind": "founding"}, {"founder-abstract"}),
    ],
)  # fmt: skip
def test_papers_of_a_mail_order_report(change: dict[str, Any], papers: set[str]) -> None:
    assert _needed(MAIL_ORDER, {**PERSON, **change}) == papers  # 전자상거래법 시행령 §13①, §13②


@pytest.mark.parametrize(
    ("change", "papers"),
    [
        ({}, {"business-certificate"}),
        ({"certificate_state": "lost"}, set()),
        ({"vat_closure": True}, {"business-certificate", "vat-closure-form"}),
    ],
)
def test_papers_of_a_closure(change: dict[str, Any], papers: set[str]) -> None:
    assert _needed(CLOSURE, {**CLOSING, **change}) == papers  # 식품위생법 시행규칙 §44①, §44②


def test_a_founding_corporation_has_no_numbers_yet() -> None:
    ids = {q.id for q in asked(catalogue.get(MAIL_ORDER), {"applicant_kind": "founding"})}

    assert {"business_no", "corporation_no"} & ids == set()


def test_nobody_is_asked_for_a_resident_number() -> None:
    identity = {
        "name": "김하늘",
        "birth_date": "1988-02-14",
        "phone": "01000000001",
        "email": "h@example.com",
    }

    known = prefill(catalogue.get(MAIL_ORDER), identity, AROUND)

    assert known == {
        "representative_name": "김하늘",
        "birth_date": "1988-02-14",
        "mobile": "010-0000-0001",
        "email": "h@example.com",
    }


def test_before_anything_is_answered_the_list_does_not_pretend_to_know() -> None:
    prepared = preparation(catalogue.get(MAIL_ORDER), {})

    assert {s.paper.id for s in prepared.papers if s.undecided} == {
        "safety-certificate", "escrow-certificate", "escrow-broker-proof", "exemption-statement",
        "business-registration", "corporate-register", "founder-abstract",
    }  # fmt: skip
    assert not any(s.needed for s in prepared.papers)


@pytest.mark.parametrize(("service_id", "answers"), [(MAIL_ORDER, PERSON), (CLOSURE, CLOSING)])
def test_every_answer_can_be_read_again(service_id: str, answers: dict[str, Any]) -> None:
    service = catalogue.get(service_id)

    again = {q.id: read_again(q, answers[q.id], AROUND).value for q in asked(service, answers)}

    assert again == answers


def test_the_official_form_of_a_mail_order_report_has_all_its_captions() -> None:
    form = official_form(catalogue.get(MAIL_ORDER), PERSON)

    cells = {cell.caption: cell for group in form.groups for row in group.rows for cell in row}

    assert [group.head for group in form.groups] == ["신고인", "신고사항"]
    assert cells["소재지"].value == "서울특별시 서초구 시범대로 12"
    assert cells["인터넷도메인 이름"].note == "해당 없음(아직 없어요)"
    assert [box.label for box in cells["판매방식"].boxes if box.checked] == ["인터넷"]
