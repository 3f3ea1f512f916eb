"""Every type of question: what may be typed, how it is kept, what is said when it is no answer."""

from typing import Any

import pytest

from eok.forms.answers import read
from eok.forms.kinds.table import KINDS
from tests.forms.making import AROUND, question, sent

GOOD: list[tuple[str, str, Any]] = [
    ("text", "  하늘   상점 ", "하늘 상점"),
    ("text", "뷁햏 똠방각하 漢字 😀", "뷁햏 똠방각하 漢字 😀"),
    ("text", "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ("text", "하늘\u200b상점\ufeff", "하늘상점"),
    ("text", "하늘\t상점", "하늘 상점"),
    ("text", "👩‍👩‍👧 가족", "👩‍👩‍👧 가족"),
    ("long_text", "첫 줄  \r\n둘째 줄\n\n", "첫 줄\n둘째 줄"),
    ("number", "1,284", 1284),
    ("number", "１２명", 12),
    ("number", "-3", -3),
    ("money", "40,500원", 40500),
    ("money", "0", 0),
    ("date", "2026-11-27", "2026-11-27"),
    ("date", "2026.11.27", "2026-11-27"),
    ("date", "2026. 11. 27.", "2026-11-27"),
    ("date", "2026/1/2", "2026-01-02"),
    ("date", "20261127", "2026-11-27"),
    ("date", "2026년 11월 27일", "2026-11-27"),
    ("date", "2024-02-29", "2024-02-29"),
    ("phone", "01012345678", "010-1234-5678"),
    ("phone", "+82 10-1234-5678", "010-1234-5678"),
    ("phone", "02 123 4567", "02-123-4567"),
    ("phone", "１５８８－１２３４", "1588-1234"),
    ("email", "Hong.Gildong@Example.COM", "Hong.Gildong@example.com"),
    ("email", "hong@한글.한국", "hong@한글.한국"),
    ("domain", "haneul.example", "haneul.example"),
    ("domain", "https://Haneul.example/", "haneul.example"),
    ("domain", "http://store.example.com/haneul?x=1", "store.example.com/haneul?x=1"),
    ("domain", "하늘가게.한국", "하늘가게.한국"),
    ("domain", "xn--bj0bj06e.kr", "xn--bj0bj06e.kr"),
    ("choice", "b", "b"),
    ("choices", "b", ["b"]),
    ("yes_no", "yes", True),
    ("yes_no", "no", False),
    ("business_no", "1234567891", "123-45-67891"),
    ("business_no", "123-45-67891", "123-45-67891"),
    ("corporation_no", "1101111234569", "110111-1234569"),
    ("person_name", "홍길동", "홍길동"),
    ("person_name", "뷁햏", "뷁햏"),
    ("person_name", "洪吉童", "洪吉童"),
    ("person_name", "홍길동(洪吉童)", "홍길동(洪吉童)"),
    ("person_name", "O’Neill, Mary-Jane St. Müller", "O’Neill, Mary-Jane St. Müller"),
    ("person_name", "Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
    ("person_name", "남궁 민수", "남궁 민수"),
    ("licence_no", "제2024-0012345호", "제2024-0012345호"),
]

BAD: list[tuple[str, str, str]] = [
    ("text", "하늘\x00상점", "보이지 않는 글자"),
    ("text", "하늘\u202e상점", "보이지 않는 글자"),
    ("text", "하늘\ue000상점", "보이지 않는 글자"),
    ("text", "하늘\ud800", "보이지 않는 글자"),
    ("text", "\u3164", "보이지 않는 글자"),
    ("text", "가" * 10_000, "지금 10,000자예요. 9,800자를 줄여 주세요"),
    ("long_text", "가\x07", "보이지 않는 글자"),
    ("long_text", "가" * 10_000, "2,000자까지 적을 수 있어요. 지금 10,000자예요"),
    ("number", "세 명", "숫자로만"),
    ("number", "3.5", "소수점 없이"),
    ("number", "9" * 16, "숫자로만"),
    ("number", "1e5", "숫자로만"),
    ("money", "4만원", "숫자로만"),
    ("money", "-500", "0원부터"),
    ("date", "2026-02-30", "2026년 2월은 28일까지"),
    ("date", "2026-13-01", "13월은 없어요"),
    ("date", "2026-00-10", "0월은 없어요"),
    ("date", "2026-04-31", "4월은 30일까지"),
    ("date", "26-11-27", "연도가 맞지 않아요"),
    ("date", "내일", "연도는 숫자로"),
    ("date", "9999-01-01", "연도가 맞지 않아요"),
    ("phone", "010-12-345", "전화번호가 맞지 않아요"),
    ("phone", "없음", "전화번호가 맞지 않아요"),
    ("phone", "119", "전화번호가 맞지 않아요"),
    ("email", "hong", "@ 앞뒤"),
    ("email", "hong@example", "@ 앞뒤"),
    ("email", "hong@@example.com", "@ 앞뒤"),
    ("email", "ho ng@example.com", "@ 앞뒤"),
    ("email", ".hong@example.com", "@ 앞뒤"),
    ("domain", "haneul", "점(.)이 들어간"),
    ("domain", "haneul .example", "점(.)이 들어간"),
    ("domain", "-a.example", "점(.)이 들어간"),
    ("domain", "1.2.3.4", "점(.)이 들어간"),
    ("domain", "hong@example.com", "전자우편주소를 적으신"),
    ("domain", "가" * 70 + ".kr", "점(.)이 들어간"),
    ("choice", "c", "고를 수 없는"),
    ("choices", "c", "고를 수 없는"),
    ("yes_no", "maybe", "고를 수 없는"),
    ("business_no", "123-45-67890", "번호가 맞지 않아요. 숫자 10자리를 다시 봐 주세요."),
    ("business_no", "123-45-678", "10자리여야 하는데 8자리"),
    ("business_no", "없어요", "10자리여야 하는데 0자리"),
    ("business_no", "0000000000", "번호가 맞지 않아요"),
    ("corporation_no", "110111-1234560", "번호가 맞지 않아요. 숫자 13자리"),
    ("corporation_no", "123-45-67891", "13자리여야 하는데 10자리"),
    ("person_name", "홍길동1", "이름에 쓸 수 없는 글자가 있어요(1)"),
    ("person_name", "홍길동😀", "이름에 쓸 수 없는 글자가 있어요(😀)"),
    ("person_name", "가" * 61, "60자까지"),
    ("licence_no", "번호 모름", "번호가 들어 있지 않아요"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), GOOD)
def test_what_may_be_typed(kind: str, typed: str, kept: Any) -> None:
    answer = read(question(kind, unit="명" if kind == "number" else None), sent(it=typed), AROUND)

    assert (answer.value, answer.problem) == (kept, "")
    assert answer.stored == kept


@pytest.mark.parametrize(("kind", "typed", "said"), BAD)
def test_what_is_said_when_it_is_no_answer(kind: str, typed: str, said: str) -> None:
    answer = read(question(kind), sent(it=typed), AROUND)

    assert answer.value is None
    assert said in answer.problem
    assert answer.stored == {"typed": {"it": [typed]}}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_good_and_a_bad_example_here(kind: str) -> None:
    elsewhere = kind in ("address", "table")  # test_addresses…, test_tables_of_rows
    assert elsewhere or ({kind} <= {k for k, _, _ in GOOD} and {kind} <= {k for k, _, _ in BAD})


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("text", "상호를 적어 주세요."),
        ("date", "상호를 적어 주세요."),
        ("address", "상호를 적어 주세요."),
        ("choice", "하나를 골라 주세요."),
        ("yes_no", "하나를 골라 주세요."),
        ("choices", "해당하는 것을 하나 이상 골라 주세요."),
    ],
)
def test_a_required_question_asks_for_its_answer(kind: str, said: str) -> None:
    answer = (
        read(question(kind), sent(it="   "), AROUND)
        if kind == "text"
        else read(question(kind), sent(), AROUND)
    )

    assert (answer.value, answer.stored, answer.problem) == (None, None, said)


@pytest.mark.parametrize("kind", KINDS)
def test_an_optional_question_may_stay_empty(kind: str) -> None:
    answer = read(question(kind, required=False), sent(it=""), AROUND)

    assert (answer.value, answer.stored, answer.problem) == (None, None, "")


def test_several_answers_are_kept_once_each_in_the_order_offered() -> None:
    assert read(question("choices"), sent(it=["b", "a", "b"]), AROUND).value == ["a", "b"]


def test_one_foreign_option_spoils_the_choice() -> None:
    assert "고를 수 없는" in read(question("choices"), sent(it=["a", "z"]), AROUND).problem


@pytest.mark.parametrize(
    ("facts", "typed", "said"),
    [
        ({"minimum": 1, "maximum": 5}, "6", "상호는 1명부터 5명까지 적을 수 있어요"),
        ({"minimum": 1}, "0", "1명부터 적을 수 있어요"),
        ({"maximum": 5}, "6", "5명까지 적을 수 있어요"),
        ({"minimum": 1, "maximum": 5}, "5", ""),
    ],
)
def test_numbers_keep_their_bounds(facts: dict[str, Any], typed: str, said: str) -> None:
    problem = read(question("number", unit="명", **facts), sent(it=typed), AROUND).problem

    assert said in problem
    assert bool(said) == bool(problem)


def test_a_question_sets_its_own_greatest_length() -> None:
    problem = read(question("text", max_length=5), sent(it="여섯글자예요"), AROUND).problem

    assert problem == "상호는 5자까지 적을 수 있어요. 지금 6자예요. 1자를 줄여 주세요."
    assert read(question("text", max_length=5), sent(it="다섯글자네"), AROUND).problem == ""
