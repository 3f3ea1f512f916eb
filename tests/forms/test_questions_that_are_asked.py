"""Which questions are asked, where they hang, and what of the draft is filed."""

from eok.forms.evaluate import asked, dropped, filed_answers, visible_questions
from eok.forms.visible import tree
from tests.forms.making import question, service

PAYMENT = service(
    [question("yes_no", "company", "법인인가요?")],
    [
        question("yes_no", "prepaid", "먼저 받나요?"),
        question("choice", "safety", "무엇을 쓰나요?", when="answers.prepaid"),
        question("text", "broker", "중개자", when="answers.safety == 'a'"),
        question("text", "seal", "법인 도장", when="answers.company"),
        question("text", "remark", "남길 말", required=False),
    ],
)
FIRST, SECOND = PAYMENT.form.pages


def _ids(answers: dict[str, object]) -> list[str]:
    return [q.id for q in asked(PAYMENT, answers)]


def test_a_question_appears_when_its_condition_holds() -> None:
    assert _ids({}) == ["company", "prepaid", "remark"]
    assert _ids({"prepaid": True}) == ["company", "prepaid", "safety", "remark"]
    assert _ids({"prepaid": True, "safety": "a"}) == ["company", "prepaid", "safety", "broker", "remark"]


def test_a_chain_closes_with_its_first_link() -> None:
    assert _ids({"prepaid": False, "safety": "a", "broker": "푸른장터"}) == ["company", "prepaid", "remark"]


def test_an_answer_that_is_none_yet_opens_nothing() -> None:
    assert "safety" not in _ids({"prepaid": {"typed": {"prepaid": ["maybe"]}}})


def test_a_question_hangs_under_the_answer_that_opened_it() -> None:
    answers = {"company": True, "prepaid": True, "safety": "a"}

    nodes = tree(PAYMENT, SECOND, answers)

    assert [node.question.id for node in nodes] == ["prepaid", "seal", "remark"]
    assert [node.question.id for node in nodes[0].opened] == ["safety"]
    assert [node.question.id for node in nodes[0].opened[0].opened] == ["broker"]
    assert [q.id for q in visible_questions(PAYMENT, SECOND, answers)] == [
        "prepaid", "safety", "broker", "seal", "remark",
    ]  # fmt: skip


def test_a_question_opened_elsewhere_is_read_after_its_cause() -> None:
    made = service(
        [question("yes_no", "one"), question("text", "two"), question("text", "three", when="answers.one")]
    )

    assert [q.id for q in visible_questions(made, made.form.pages[0], {"one": True})] == [
        "one",
        "three",
        "two",
    ]


def test_only_what_is_asked_and_answered_is_filed() -> None:
    draft = {
        "company": False,
        "prepaid": False,
        "safety": "a",
        "broker": {"typed": {"broker": ["푸른\x00"]}},
        "remark": None,
        "from_another_form": "x",
    }

    assert filed_answers(PAYMENT, draft) == {"company": False, "prepaid": False}
    assert dropped(PAYMENT, draft) == ("safety", "broker", "from_another_form")
    assert draft["safety"] == "a"
