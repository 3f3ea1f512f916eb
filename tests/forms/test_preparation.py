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


def test_a_paper_waits_for_a_question_that_only_an_answer_would_open() -> None:
    """Not yet asked is not yet answered: what is hidden today may be asked tomorrow."""
    shop = service(
        [
            question("yes_no", "prepaid"),
            question("choice", "safety", when="answers.prepaid"),
            question("choice", "through", when="answers.safety == 'a'"),
        ],
        preparation=[{"question": "prepaid", "label": "먼저 받나요?"}],
        papers=[paper("direct", when="answers.safety == 'a' && answers.through == 'a'")],
    )

    before, closed, opened = (
        preparation(shop, picked).papers[0] for picked in ({}, {"prepaid": "no"}, {"prepaid": "yes"})
    )

    assert before.waits_for == opened.waits_for == ("safety", "through")
    assert (closed.needed, closed.undecided) == (False, False)


def test_what_no_question_beside_the_list_decides_is_told_while_filing() -> None:
    shop = service(
        [question("yes_no", "prepaid"), question("yes_no", "abroad")],
        preparation=[{"question": "prepaid", "label": "먼저 받나요?"}],
        papers=[paper("proof", when="answers.prepaid && answers.abroad")],
    )

    reasons = [preparation(shop, picked).papers[0].reason for picked in ({}, {"prepaid": "yes"})]

    assert reasons == [
        "위의 물음에 답하면 필요한지 알 수 있어요.",
        "신청하면서 답하면 필요한지 알 수 있어요.",
    ]


def test_nonsense_in_the_address_is_no_answer() -> None:
    assert preparation(SHOP, {"prepaid": "maybe\x00", "else": "x"}) == preparation(SHOP, {})
