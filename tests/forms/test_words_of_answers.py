"""Answers in people's words, for the review, the case's pages, the register."""

from typing import Any

import pytest

from eok.catalogue.schema import Privacy
from eok.forms.answers import personal, prefill, privacy_of, public
from eok.forms.display import plain, sections, words
from tests.forms.making import AROUND, question, service

ADDRESS = {"road": "서울특별시 서초구 시범대로 12", "detail": "3층 301호", "postcode": "06600"}


@pytest.mark.parametrize(
    ("kind", "stored", "said"),
    [
        ("text", "하늘상점", "하늘상점"),
        ("number", 1284, "1,284명"),
        ("money", 40500, "40,500원"),
        ("date", "1988-02-14", "1988년 2월 14일"),
        ("choice", "a", "가"),
        ("choices", ["a", "b"], "가, 나"),
        ("yes_no", True, "네"),
        ("yes_no", False, "아니요"),
        ("address", ADDRESS, "서울특별시 서초구 시범대로 12, 3층 301호"),
        ("address", {**ADDRESS, "detail": ""}, "서울특별시 서초구 시범대로 12"),
        ("business_no", "123-45-67891", "123-45-67891"),
        ("text", None, ""),
        ("text", {"typed": {"it": ["\x00"]}}, ""),
        ("choice", "gone", "gone"),
        ("date", "언젠가", "언젠가"),
        ("address", "서초구", "서초구"),
    ],
)
def test_words_for_each_kind(kind: str, stored: Any, said: str) -> None:
    assert words(question(kind, unit="명" if kind == "number" else None), stored) == said


SHOP = service(
    [
        question("text", "name", "상호"),
        question("phone", "phone", "전화", required=False, privacy="personal"),
    ],
    [
        question("yes_no", "prepaid", "먼저 받나요?"),
        question("choice", "safety", "무엇을?", when="answers.prepaid"),
    ],
)
ANSWERS = {"name": "하늘상점", "prepaid": False, "safety": "a"}


def test_answers_by_question_for_registers_and_letters() -> None:
    assert plain(SHOP, {"name": "하늘상점", "prepaid": False}) == {"name": "하늘상점", "prepaid": "아니요"}


def test_sections_show_what_was_asked_page_by_page() -> None:
    found = sections(SHOP, ANSWERS)

    assert [(s.id, s.title, s.rows) for s in found] == [
        ("page-1", "1쪽", (("상호", "하늘상점"), ("전화", "적지 않음"))),
        ("page-2", "2쪽", (("먼저 받나요?", "아니요"),)),
    ]


def test_a_page_on_which_nothing_was_asked_is_no_section() -> None:
    made = service([question("yes_no", "one")], [question("text", "two", when="answers.one")])

    assert [s.id for s in sections(made, {"one": False})] == ["page-1"]


def test_personal_answers_are_told_apart() -> None:
    answers = {"name": "하늘상점", "phone": "010-1234-5678", "unknown": "x"}

    assert public(SHOP, answers) == {"name": "하늘상점"}
    assert personal(SHOP, answers) == {"phone": "010-1234-5678", "unknown": "x"}
    assert privacy_of(SHOP, "phone") is Privacy.PERSONAL


def test_a_new_draft_begins_with_what_is_known() -> None:
    made = service(
        [
            question("person_name", "name", prefill="identity.name"),
            question("date", "born", prefill="identity.birth_date", not_after="filing"),
            question("phone", "phone", prefill="identity.phone"),
            question("email", "email", prefill="identity.email"),
            question("text", "shop"),
        ]
    )
    identity = {
        "name": "홍길동",
        "birth_date": "1988-02-14",
        "phone": "01012345678",
        "email": "",
        "address": "x",
    }

    assert prefill(made, identity, AROUND) == {
        "name": "홍길동",
        "born": "1988-02-14",
        "phone": "010-1234-5678",
    }
