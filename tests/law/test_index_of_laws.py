"""A citation is held against the facts of its law: article, paragraph, item, whether it still stands."""

from datetime import date

import pytest

from eok.law.grammar import Citation
from eok.law.library import library

MAIL_ORDER = "전자상거래 등에서의 소비자보호에 관한 법률"

RIGHT = [
    Citation(MAIL_ORDER, "12", 1, "2"),
    Citation(MAIL_ORDER, "24", 3, "5"),
    Citation(f"{MAIL_ORDER} 시행령", "19의3", 1),
    Citation(f"{MAIL_ORDER} 시행규칙", "8", 4),
    Citation("식품위생법", "37", 13),
    Citation("지방세법", "38의2", 2),
]
WRONG = [
    (Citation(MAIL_ORDER, "12", 9), "항이 4개인 조입니다"),
    (Citation(MAIL_ORDER, "12", 1, "9"), "3호까지 있습니다"),
    (Citation(MAIL_ORDER, "999"), "그런 조가 없습니다"),
    (Citation(f"{MAIL_ORDER} 시행령", "14"), "삭제된 조입니다"),
    (Citation(f"{MAIL_ORDER} 시행령", "15", 1), "항이 없는 조입니다"),
    (Citation("지방세법", "38", 1, "1"), "호가 없습니다"),
    (Citation("없는 법", "1"), "색인이 data/law/index에 없습니다"),
    (Citation("", "1", text="§1"), "어느 법인지 알 수 없습니다"),
]


@pytest.mark.parametrize("citation", RIGHT, ids=str)
def test_what_stands(citation: Citation) -> None:
    assert library().fault(citation) is None


@pytest.mark.parametrize(("citation", "said"), WRONG)
def test_what_does_not(citation: Citation, said: str) -> None:
    assert said in str(library().fault(citation))


def test_the_text_in_force_goes_before_the_coming_one() -> None:
    law = library().laws["식품위생법"]

    assert law.in_force == date(2025, 10, 1)
    assert law.coming == date(2026, 12, 31)


def test_form_numbers_have_titles() -> None:
    forms = library().laws[f"{MAIL_ORDER} 시행규칙"].forms

    assert forms["별지 제1호서식"] == "통신판매업 신고서"
    assert forms["별지 제2호의2서식"] == "결제대금예치 이용 확인증"


def test_an_article_has_its_official_page() -> None:
    address = library().address(Citation("지방세법", "38의2"))

    assert address == "https://www.law.go.kr/법령/지방세법/제38조의2"
    assert library().heading(Citation("지방세법", "38의2")) == "면허에 관한 통보"
