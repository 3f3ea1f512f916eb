"""준비할 것: the conditions asked as plain questions on the affair's page."""

from eok.forms.preparation import preparation
from tests.forms.making import paper, question, service

SHOP = service(
    [
        question("yes_no", "prepaid", "물건값을 먼저 받나요?"),
        question("choice", "safety", "무엇을 쓰나요?", when="answers.prepaid"),
    ],
    preparation=[
        {"question": "prepaid", "label": "먼저 받나요?"},
        {"question": "safety", "label": "무엇을 쓰나요?"},
    ],
    papers=[paper("proof", when="answers.prepaid && answers.safety != 'b'"), paper("always")],
)


def _papers(picked: dict[str, str]) -> list[tuple[bool, bool]]:
    return [(state.needed, state.undecided) for state in preparation(SHOP, picked).papers]


def test_the_questions_are_asked_in_the_words_of_the_page() -> None:
    (asked,) = preparation(SHOP, {}).questions

    assert (asked.id, asked.label, asked.value) == ("prepaid", "먼저 받나요?", "")
    assert asked.options == (("yes", "네"), ("no", "아니요"))


def test_an_answer_opens_the_next_question_and_is_remembered() -> None:
    prepared = preparation(SHOP, {"prepaid": "yes", "safety": "b"})

    assert [(q.id, q.value) for q in prepared.questions] == [("prepaid", "yes"), ("safety", "b")]
    assert prepared.questions[1].options == (("a", "가"), ("b", "나"))
    assert prepared.answers == {"prepaid": True, "safety": "b"}


def test_papers_drop_away_as_answers_come() -> None:
    assert _papers({}) == [(False, True), (True, False)]
    assert _papers({"prepaid": "no"}) == [(False, False), (True, False)]
    assert _papers({"prepaid": "yes"}) == [(False, True), (True, False)]
    assert _papers({"prepaid": "yes", "safety": "a"}) == [(True, False), (True, False)]
    assert _papers({"prepaid": "yes", "safety": "b"}) == [(False, False), (True, False)]


def test_nonsense_in_the_address_is_no_answer() -> None:
    assert preparation(SHOP, {"prepaid": "maybe\x00", "else": "x"}) == preparation(SHOP, {})
