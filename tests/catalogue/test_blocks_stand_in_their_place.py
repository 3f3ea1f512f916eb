"""Blocks and shared forms: an affair's file holds only what is its own; a wrong use is told with file and line."""

from pathlib import Path
from typing import Any

import pytest

from eok.catalogue import blocks
from eok.offices import data_file
from eok.offices.data_file import DataFileError

APPLICANT = """
pages:
  - id: applicant
    title: 누가 신고하나요?
    questions:
      - {id: kind, type: choice, label: 종류}
      - {id: owner_name, type: person_name, label: 이름}
      - {id: company, type: text, label: 회사, when: answers.kind == 'company' && answers.other != 'x'}
      - {id: born, type: date, label: 생일}
      - {id: joined, type: date, label: 들어온 날, not_before: born}
papers:
  - {id: register, name: 등기사항증명서}
"""
FORM = """
law: 어느 법 시행규칙
number: 별지 제1호서식
title: 신고서
pages:
  - use: applicant
  - {id: reason, title: 왜요?, questions: [{id: reason, type: text, label: 까닭}]}
"""


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    for name, text in {
        "blocks/applicant": APPLICANT,
        "blocks/outer": "questions:\n  - {id: first, type: text, label: 첫째}\n  - use: applicant\n    only: [born]\n",
        "blocks/circle": "questions:\n  - use: circle\n",
        "commerce/changes": FORM,
    }.items():
        path = tmp_path / "forms" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "forms"


def expanded(forms: Path, text: str) -> Any:
    path = forms.parent / "affair.yaml"
    path.write_text(text, encoding="utf-8")
    return blocks.expand(data_file.read(path), forms)


def ids(page: Any) -> list[str]:
    return [question["id"] for question in page["questions"]]


def test_a_page_of_a_block_less_a_question_and_with_another_word(forms: Path) -> None:
    text = (
        "form:\n  pages:\n    - use: applicant\n      leave_out: [company]\n"
        "      set: {owner_name: {official: 성명}, applicant: {title: 누구세요?}}\n    - {id: own, questions: []}\n"
    )

    pages = expanded(forms, text).value["form"]["pages"]

    assert [page["id"] for page in pages] == ["applicant", "own"]
    assert pages[0]["title"] == "누구세요?"
    assert ids(pages[0]) == ["kind", "owner_name", "born", "joined"]
    assert pages[0]["questions"][1]["official"] == "성명"


def test_questions_of_a_block_inside_a_page_of_ones_own(forms: Path) -> None:
    text = "form:\n  pages:\n    - id: own\n      questions:\n        - use: outer\n        - {id: last}\n"

    [page] = expanded(forms, text).value["form"]["pages"]

    assert ids(page) == ["first", "born", "last"]


def test_the_same_questions_for_two_people(forms: Path) -> None:
    text = (
        "form:\n  pages:\n    - {use: applicant, prefix: seller_}\n"
        "    - {use: applicant, prefix: buyer_, when: answers.seller_kind == 'person'}\n"
    )

    seller, buyer = expanded(forms, text).value["form"]["pages"]

    assert (seller["id"], buyer["id"]) == ("seller-applicant", "buyer-applicant")
    assert ids(buyer)[:2] == ["buyer_kind", "buyer_owner_name"]
    assert seller["questions"][2]["when"] == "answers.seller_kind == 'company' && answers.other != 'x'"
    assert buyer["questions"][1]["when"] == "answers.seller_kind == 'person'"
    assert buyer["questions"][2]["when"] == (
        "(answers.seller_kind == 'person') && (answers.buyer_kind == 'company' && answers.other != 'x')"
    )
    assert buyer["questions"][4]["not_before"] == "buyer_born"


def test_papers_of_a_block(forms: Path) -> None:
    text = "papers:\n  - use: applicant\n    set: {register: {because: 법인이라서요}}\n  - {id: own}\n"

    found = expanded(forms, text).value["papers"]

    assert [paper["id"] for paper in found] == ["register", "own"]
    assert found[0]["because"] == "법인이라서요"


def test_a_form_that_several_affairs_use(forms: Path) -> None:
    text = "form:\n  use: commerce/changes\n  title: 다른 신고서\n  leave_out: [kind]\n  set: {reason: {label: 왜 쉬나요?}}\n"
    text += "  pages:\n    - {id: own, questions: [{id: last, type: text, label: 끝}]}\n"

    form = expanded(forms, text).value["form"]

    assert (form["law"], form["title"]) == ("어느 법 시행규칙", "다른 신고서")
    assert "use" not in form
    assert ids(form["pages"][0]) == ["owner_name", "company", "born", "joined"]
    assert form["pages"][1]["questions"][0]["label"] == "왜 쉬나요?"
    assert [page["id"] for page in form["pages"]] == ["applicant", "reason", "own"]


def test_a_fault_inside_a_block_is_found_in_the_block_and_one_of_the_use_at_the_use(forms: Path) -> None:
    text = "form:\n  pages:\n    - use: applicant\n      set: {owner_name: {official: 성명}}\n"

    file = expanded(forms, text)

    inside = file.place(("form", "pages", 0, "questions", 3, "label"))
    said = file.place(("form", "pages", 0, "questions", 1, "official"))
    assert (inside.file.name, inside.line) == ("applicant.yaml", 9)
    assert (said.file.name, said.line) == ("affair.yaml", 4)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("papers:\n  - use: aplicant\n", 2, "‘blocks/applicant’을(를) 뜻했나요?"),
        ("papers:\n  - use: applicant\n    set: {registre: {name: x}}\n", 3, "‘register’을(를) 뜻했나요?"),
        (
            "papers:\n  - use: applicant\n    leave_out: [nothing]\n",
            3,
            "블록(applicant)에 없는 id입니다: nothing",
        ),
        ("papers:\n  - use: applicant\n    leaf_out: [register]\n", 3, "‘leave_out’을(를) 뜻했나요?"),
        ("review:\n  - use: applicant\n", 2, "블록(applicant)에 review가 없습니다"),
        ("papers:\n  - use: ../secret\n", 2, "use: 소문자와 숫자"),
        ("papers:\n  - use: [a]\n", 2, "use: 글이어야"),
        ("papers:\n  - use: applicant\n    set: 넷\n", 3, "이름: 값 꼴"),
        ("papers:\n  - use: applicant\n    leave_out: 넷\n", 3, "목록"),
        ("form:\n  pages:\n    - id: a\n      questions:\n        - use: circle\n", 2, "circle → circle"),
    ],
)
def test_a_wrong_use_is_told_where_it_stands(forms: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(DataFileError) as told:
        expanded(forms, text)

    assert said in told.value.text
    assert told.value.place.line == line
