"""Conditions: null is unanswered, nothing ever raises, what cannot be worked out does not hold."""

import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eok.forms import conditions
from eok.forms.errors import ConditionError
from tests.forms.making import question, service

SERVICE = service(
    [
        question("yes_no", "prepaid"),
        question("choice", "kind"),
        question("choices", "goods"),
        question("number", "area"),
        question("date", "opened_on"),
        question("address", "place"),
    ]
)


@pytest.mark.parametrize(
    ("expression", "answers", "expected"),
    [
        ("answers.prepaid", {}, False),
        ("answers.prepaid", {"prepaid": None}, False),
        ("answers.prepaid", {"prepaid": True}, True),
        ("!answers.prepaid", {}, False),
        ("!answers.prepaid", {"prepaid": False}, True),
        ("answers.prepaid == null", {}, True),
        ("answers.kind == 'a'", {}, False),
        ("answers.kind != 'a'", {}, True),
        ("answers.kind != 'a'", {"kind": "a"}, False),
        ("answers.kind", {"kind": "a"}, False),
        ("answers.kind in ['a', 'b']", {"kind": "b"}, True),
        ("'a' in answers.goods", {}, False),
        ("'a' in answers.goods", {"goods": ["b", "a"]}, True),
        ("size(answers.goods) > 1", {"goods": ["b", "a"]}, True),
        ("answers.area > 33", {}, False),
        ("answers.area > 33", {"area": 34}, True),
        ("answers.area * 9223372036854775807 > 0", {"area": 4}, False),
        ("answers.area / 0 == 1", {"area": 1}, False),
        ("answers.opened_on > '2026-01-01'", {"opened_on": "2026-11-23"}, True),
        ("answers.place.road.startsWith('서울')", {"place": {"road": "서울 1"}}, True),
        ("answers.place.road.startsWith('서울')", {}, False),
        ("answers.prepaid || answers.area > 3", {"prepaid": True}, True),
        ("answers.area > 3 || answers.prepaid", {"prepaid": True}, True),
        ("answers.area > 3 && answers.prepaid", {"prepaid": True}, False),
    ],
)
def test_every_condition_is_total(expression: str, answers: dict[str, Any], expected: bool) -> None:
    assert conditions.holds(SERVICE, expression, answers) is expected


def test_no_condition_always_holds() -> None:
    assert conditions.holds(SERVICE, None, {})


def test_what_was_typed_and_is_no_answer_counts_as_unanswered() -> None:
    assert conditions.holds(SERVICE, "answers.kind == null", {"kind": {"typed": {"kind": ["c"]}}})


@pytest.mark.parametrize(
    ("expression", "answers", "expected"),
    [
        ("answers.prepaid", {}, None),
        ("answers.prepaid", {"prepaid": False}, False),
        ("answers.kind != 'a'", {"prepaid": True}, None),
        ("answers.prepaid && answers.kind != 'a'", {"prepaid": False}, False),
        ("answers.prepaid && answers.area > 3", {}, None),
        ("answers.goods == ['a']", {}, False),
    ],
)
def test_what_hangs_on_an_open_question_is_undecided(
    expression: str, answers: dict[str, Any], expected: bool | None
) -> None:
    assert conditions.truth(SERVICE, expression, answers, still_open=("prepaid", "kind")) is expected


def test_a_condition_that_is_no_cel_names_affair_and_place() -> None:
    with pytest.raises(ConditionError) as raised:
        conditions.holds(SERVICE, "answers.kind ==", {})

    assert "made-up" in raised.value.message
    assert "16번째 글자" in raised.value.message


ANY_TEXT = st.text(st.sampled_from("가뷁a 1'\x00\ud800🙂\u3164"), max_size=8)
"""With a lone surrogate, which is no Unicode text."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=5,
)
EXPRESSIONS = st.sampled_from(
    [
        "answers.prepaid",
        "!answers.prepaid && answers.kind == 'a'",
        "'a' in answers.goods",
        "answers.area + 1 > 3",
        "answers.place.road == 'x'",
        "answers.opened_on < '2026-11-23'",
    ]
)


@settings(deadline=None)
@given(EXPRESSIONS, st.dictionaries(st.sampled_from(["prepaid", "kind", "goods", "area", "place"]), JSON))
def test_no_answer_whatever_makes_it_raise(expression: str, answers: dict[str, Any]) -> None:
    assert conditions.holds(SERVICE, expression, answers) in (True, False)


def test_an_open_answer_costs_no_reference_to_none() -> None:
    """cel-expr-python's `value()` of a null lowers the count of None until the process dies."""
    before = sys.getrefcount(None)

    for _ in range(5_000):
        conditions.holds(SERVICE, "answers.prepaid", {"prepaid": None})

    assert abs(sys.getrefcount(None) - before) < 1_000
