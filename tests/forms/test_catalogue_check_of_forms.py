"""`./eok catalogue check` finds every condition that would not do what its editor meant."""

import pytest

from eok.catalogue.checks import registered
from eok.catalogue.schema import Service
from eok.forms.checks import check_service
from tests.forms.making import LAW, paper, question, service


def _texts(made: Service) -> list[str]:
    return [problem.text for problem in check_service(made)]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("answers.nobody", ["8번째 글자", "‘nobody’이라는 물음이 없습니다"]),
        ("first == 'a'", ["‘first’은 쓸 수 없는 이름", "answers."]),
        ("answers.first == 3", ["‘==’의 꼴이 맞지 않습니다(글, 수)"]),
        ("answers.first == true", ["(글, 네/아니요)"]),
        ("answers.first", ["네/아니요가 되어야"]),
        ("answers.first ==", ["17번째 글자", "문법"]),
        ("answers['first'] == 'a'", ["쓸 수 없는 이름"]),
        ("answers.first == 'c'", ["‘first’의 답에 ‘c’가 없습니다"]),
        ("'c' != answers.first", ["‘first’의 답에 ‘c’가 없습니다"]),
        ("answers.first in ['a', 'c']", ["‘c’가 없습니다"]),
        ("'z' in answers.many", ["‘many’의 답에 ‘z’가 없습니다"]),
    ],
)
def test_a_wrong_condition_is_named_with_its_place(when: str, said: list[str]) -> None:
    made = service(
        [question("choice", "first"), question("choices", "many"), question("text", "second", when=when)]
    )

    (text,) = _texts(made)

    assert [part for part in said if part not in text] == []
    assert when in text


@pytest.mark.parametrize(
    "when",
    [
        "answers.first == 'a'",
        "answers.first != null && answers.first in ['a', 'b']",
        "'b' in answers.many // ‘answers.nobody’ in a comment and 'answers.nobody' in a text do not count",
        "answers.first.startsWith('answers.nobody')",
    ],
)
def test_a_right_condition_is_left_alone(when: str) -> None:
    made = service(
        [question("choice", "first"), question("choices", "many"), question("text", "second", when=when)]
    )

    assert _texts(made) == []


def test_a_condition_looks_only_at_what_was_asked_before() -> None:
    below = service([question("text", "one", when="answers.two"), question("yes_no", "two")])
    behind = service([question("text", "one", when="answers.two")], [question("yes_no", "two")])

    assert "아래에 있는 답(‘two’)" in _texts(below)[0]
    assert "뒤쪽에서 묻는 답(‘two’)" in _texts(behind)[0]


def test_questions_that_hang_on_each_other_are_found() -> None:
    itself = service([question("yes_no", "one", when="answers.one")])
    round_about = service(
        [
            question("yes_no", "one", when="answers.three"),
            question("yes_no", "two", when="answers.one"),
            question("yes_no", "three", when="answers.two"),
        ]
    )

    assert "자기 자신을 조건으로" in _texts(itself)[0]
    assert ["자기 자신을 조건으로" in text for text in _texts(round_about)] == [True]


def test_conditions_of_papers_and_checks_are_looked_at_too() -> None:
    made = service(
        [question("yes_no", "one")],
        papers=[paper("x", when="answers.two")],
        review=[{"id": "r", "question": "맞나요?", "source": LAW, "when": "answers.one == 'a'"}],
    )

    assert len(_texts(made)) == 2


@pytest.mark.parametrize("bound", ["filing", "filing-30d", "filing+1y", "filing+6m", "start"])
def test_bounds_of_dates_that_mean_something(bound: str) -> None:
    made = service([question("date", "start"), question("date", "end", not_before=bound)])

    assert _texts(made) == []


@pytest.mark.parametrize("bound", ["today", "filing+1w", "filing-99999d", "name", "end"])
def test_bounds_of_dates_that_mean_nothing(bound: str) -> None:
    made = service([question("text", "name"), question("date", "end", not_after=bound)])

    assert f"not_after({bound})" in _texts(made)[0]


def test_a_bound_belongs_to_a_date() -> None:
    assert "날짜 물음에만" in _texts(service([question("text", "name", not_before="filing")]))[0]


def test_the_catalogue_runs_this_check() -> None:
    assert check_service in registered()
