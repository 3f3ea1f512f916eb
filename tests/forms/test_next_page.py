"""다음: a page is read, what is wrong is said in reading order, what an answer opened is shown first."""

from eok.forms.pages import problems_of, validate_page
from tests.forms.making import TODAY, question, sent, service

SHOP = service(
    [
        question("yes_no", "prepaid", "먼저 받나요?"),
        question("text", "name", "상호"),
        question("choice", "safety", "무엇을 쓰나요?", when="answers.prepaid"),
        question("business_no", "number", "사업자등록번호"),
    ],
    [question("date", "start", "여는 날", not_before="filing")],
)
PAGE = SHOP.form.pages[0]
GOOD = {"prepaid": "no", "name": "하늘상점", "number": "1234567891"}


def test_a_page_without_fault_is_complete() -> None:
    result = validate_page(SHOP, PAGE, sent(**GOOD, shown="prepaid name number"), {}, today=TODAY)

    assert result.complete
    assert result.answers == {"prepaid": False, "name": "하늘상점", "number": "123-45-67891"}


def test_what_is_wrong_is_said_in_reading_order_and_what_was_typed_is_kept() -> None:
    raw = sent(prepaid="yes", number="123-45-67890", name="", shown="prepaid safety name number")

    result = validate_page(SHOP, PAGE, raw, {}, today=TODAY)

    assert list(result.problems) == ["safety", "name", "number"]
    assert result.answers["number"] == {"typed": {"number": ["123-45-67890"]}}
    assert result.answers["prepaid"] is True
    assert not result.complete


def test_a_question_that_was_not_there_is_shown_and_not_complained_about() -> None:
    raw = sent(**{**GOOD, "prepaid": "yes"}, shown="prepaid name number")

    result = validate_page(SHOP, PAGE, raw, {}, today=TODAY)

    assert (dict(result.problems), result.revealed, result.complete) == ({}, ("safety",), False)


def test_a_sender_who_does_not_say_what_was_shown_answers_for_the_whole_page() -> None:
    result = validate_page(SHOP, PAGE, sent(**{**GOOD, "prepaid": "yes"}), {}, today=TODAY)

    assert list(result.problems) == ["safety"]


def test_an_answer_that_fell_away_is_kept_and_not_held_against_anybody() -> None:
    raw = sent(**GOOD, safety="zzz", shown="prepaid safety name number")

    result = validate_page(SHOP, PAGE, raw, {}, today=TODAY)

    assert result.complete
    assert result.answers["safety"] == {"typed": {"safety": ["zzz"]}}


def test_answers_of_questions_that_were_not_sent_stay_as_they_are() -> None:
    raw = sent(**GOOD, shown="prepaid name number")

    result = validate_page(SHOP, PAGE, raw, {"safety": "a", "start": "2026-12-01"}, today=TODAY)

    assert set(result.answers) == {"prepaid", "name", "number"}


def test_emptying_an_answer_takes_it_out_of_the_draft() -> None:
    result = validate_page(
        SHOP, PAGE, sent(prepaid="no", name="", number=""), {"name": "하늘상점"}, today=TODAY
    )

    assert result.answers["name"] is None


def test_what_was_right_when_it_was_typed_is_looked_at_again() -> None:
    draft = {"prepaid": False, "name": "하늘상점", "number": "123-45-67891", "start": "2026-11-22"}

    found = [problems_of(SHOP, page, draft, today=TODAY) for page in SHOP.form.pages]

    assert found == [
        {},
        {"start": "여는 날은 2026년 11월 23일부터 적을 수 있어요. 날짜를 다시 봐 주세요."},
    ]


def test_what_was_typed_and_is_no_answer_is_still_wrong_later() -> None:
    draft = {"prepaid": False, "name": "하늘상점", "number": {"typed": {"number": ["123"]}}}

    assert list(problems_of(SHOP, PAGE, draft, today=TODAY)) == ["number"]


def test_an_answer_whose_option_is_gone_is_asked_again() -> None:
    draft = {"prepaid": True, "name": "하늘상점", "number": "123-45-67891", "safety": "gone"}

    assert problems_of(SHOP, PAGE, draft, today=TODAY) == {
        "safety": "고를 수 없는 답이에요. 아래에서 다시 골라 주세요."
    }


def test_the_bound_of_a_date_may_be_typed_on_the_same_page() -> None:
    made = service([question("date", "start", "시작"), question("date", "end", "끝", not_before="start")])
    raw = sent(start="2026-11-10", end="2026-11-09")

    result = validate_page(made, made.form.pages[0], raw, {}, today=TODAY)

    assert result.problems == {"end": "끝은 2026년 11월 10일부터 적을 수 있어요. 날짜를 다시 봐 주세요."}
