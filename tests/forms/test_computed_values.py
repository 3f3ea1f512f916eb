"""Values worked out from the answers: shown where they stand, filed, never typed, never a reason to fail."""

import gc
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eok.catalogue.schema import Service
from eok.forms import conditions
from eok.forms.checks import check_service
from eok.forms.display import sections
from eok.forms.evaluate import dropped, filed_answers
from eok.forms.fields import draw_page
from eok.forms.official import official_form
from eok.forms.pages import validate_page
from eok.forms.progress import incomplete_pages
from eok.forms.visible import still_open
from eok.krds import jinja
from eok.krds.fields import Kind
from tests.forms.making import TODAY, question, sent, service

SIGN = service(
    [
        question("number", "width", "가로", unit="cm", minimum=1),
        question("number", "height", "세로", unit="cm", minimum=1),
        question(
            "number", "area", "면적", unit="㎠", value="answers.width * answers.height", official="면적"
        ),
        question("yes_no", "large", "큰 간판인가요?", value="answers.area > 10000"),
        question("text", "architect", "설계한 사람", when="answers.large"),
        question("date", "from_on", "거는 날"),
        question("date", "until_on", "내리는 날", value="later(answers.from_on, 30)"),
    ]
)
PAGE = SIGN.form.pages[0]
TYPED = {"width": 200, "height": 100, "architect": "김하늘", "from_on": "2026-12-15"}


def test_what_is_worked_out_is_filed_beside_what_was_typed() -> None:
    assert filed_answers(SIGN, TYPED) == {
        "width": 200, "height": 100, "area": 20000, "large": True, "architect": "김하늘",
        "from_on": "2026-12-15", "until_on": "2027-01-14",
    }  # fmt: skip


def test_what_hangs_on_an_answer_that_may_still_come_is_open_too() -> None:
    assert {"area", "large", "architect"} <= still_open(SIGN, {"width": 200})
    assert not {"area", "large"} & still_open(SIGN, {"width": 200, "height": 100})


def test_what_somebody_sends_in_its_place_is_not_taken() -> None:
    raw = sent(width="200", height="100", area="1", shown="width height area")
    result = validate_page(SIGN, PAGE, raw, {"area": 1}, today=TODAY)

    assert result.answers == {"width": 200, "height": 100}
    assert filed_answers(SIGN, {**result.answers, "area": 1})["area"] == 20000


def test_a_condition_may_look_at_it() -> None:
    small = {**TYPED, "height": 10}

    assert "architect" not in filed_answers(SIGN, small)
    assert dropped(SIGN, small) == ("architect",)


def test_an_open_answer_leaves_it_open_and_does_not_stand_in_the_way_by_itself() -> None:
    half = {"width": 200, "architect": None}
    shown = dict(sections(SIGN, half)[0].rows)

    assert filed_answers(SIGN, half) == {"width": 200}
    assert shown["면적"] == "셈할 수 없음"
    assert shown["세로"] == "적지 않음"
    assert list(incomplete_pages(SIGN, TYPED, TODAY)) == []


def test_it_stands_on_the_page_and_in_the_official_form() -> None:
    drawn = draw_page(SIGN, PAGE, TYPED)
    area = drawn.questions[2].field
    html = jinja.shared().get_template("forms/_questions.html").render(drawn=drawn, reveal_url="/page")
    (group,) = official_form(SIGN, TYPED).groups

    assert (area.kind, area.value) == (Kind.RESULT, "20,000㎠")
    assert '<output id="q-area">20,000㎠</output>' in html
    assert 'name="area"' not in html
    assert [cell.value for row in group.rows for cell in row] == ["20,000㎠"]


def test_the_page_is_drawn_anew_when_what_it_hangs_on_changes() -> None:
    trigger = draw_page(SIGN, PAGE, TYPED).trigger

    assert "[name=width]" in trigger
    assert "[name='from_on.day']" in trigger


@pytest.mark.parametrize(
    ("value", "answers", "expected"),
    [
        ("total(answers.rows, 'won')", {"rows": [{"won": 3}, {"won": None}, {"won": 4}, {}]}, 7),
        ("total(answers.rows, 'won')", {"rows": []}, 0),
        ("total(answers.rows, 'won')", {}, None),
        ("size(answers.rows.filter(r, r.won > 3))", {"rows": [{"won": 3}, {"won": 4}]}, 1),
        ("days(answers.a, answers.b)", {"a": "2026-11-23", "b": "2026-11-24"}, 1),
        ("days(answers.a, answers.b)", {"a": "2026-11-23"}, None),
        ("days(answers.a, answers.b)", {"a": "2026-11-23", "b": "내일"}, None),
        ("size(later(answers.a, 40000))", {"a": "2026-11-23"}, None),
        ("answers.n / answers.m", {"n": 7, "m": 2}, 3),
        ("answers.n / answers.m", {"n": 7, "m": 0}, None),
        ("answers.n * 9223372036854775807", {"n": 2}, None),
        ("answers.n == null ? 0 : answers.n", {}, 0),
    ],
)
def test_sums_counts_and_days_are_total(value: str, answers: dict[str, Any], expected: int | None) -> None:
    assert conditions.worked_out(question("number", value=value), answers) == expected


def test_a_date_that_is_none_is_no_answer() -> None:
    assert conditions.worked_out(question("date", value="'2026-02-30'"), {}) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(["won", "x"]), st.none() | st.integers() | st.text())))
def test_whatever_a_table_holds_its_sum_is_a_number_or_open(rows: list[dict[str, Any]]) -> None:
    found = conditions.worked_out(question("number", value="total(answers.rows, 'won')"), {"rows": rows})

    assert found is None or isinstance(found, int)


def test_open_cells_cost_no_reference_to_none() -> None:
    asked = question("number", value="total(answers.rows, 'won')")
    gc.collect()  # what others left behind holds None too
    before = sys.getrefcount(None)

    for _ in range(2_000):
        conditions.worked_out(asked, {"rows": [{"won": None}] * 3})

    gc.collect()
    assert abs(sys.getrefcount(None) - before) < 1_000


def _texts(value: str, kind: str = "number", **facts: Any) -> list[str]:
    made: Service = service(
        [
            question("number", "n"),
            question("number", "m", minimum=1),
            question("date", "day"),
            question(kind, "it", value=value, **facts),
            question("text", "below"),
        ]
    )
    return [problem.text for problem in check_service(made)]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("number", "answers.nobody + 1", "‘nobody’이라는 물음이 없습니다"),
        ("number", "answers.n +", "문법이 맞지 않습니다"),
        ("number", "answers.n + answers.day", "‘+’의 꼴이 맞지 않습니다(수, 글)"),
        ("number", "1.5 * double(answers.n)", "소수가 됩니다. 온전한 수가 되어야 합니다"),
        ("date", "days(answers.day, answers.day)", "수가 됩니다. 날짜"),
        ("number", "size(answers.below)", "아래에 있는 답(‘below’)"),
        ("number", "answers.it + 1", "자기 자신을 조건으로"),
        ("number", "answers.n / 0", "0으로 나눕니다"),
        ("number", "answers.n % 0", "0으로 나눕니다"),
        ("number", "answers.m / answers.n", "나누는 답(‘n’)은 0일 수 있습니다"),
    ],
)
def test_a_wrong_expression_is_told_when_the_catalogue_is_checked(kind: str, value: str, said: str) -> None:
    (text,) = _texts(value, kind)

    assert said in text


@pytest.mark.parametrize(
    "value",
    [
        "answers.n / answers.m",
        "answers.n > 0 ? answers.m / answers.n : 0",
        "days(answers.day, later(answers.day, answers.n)) // 7 / 0",
    ],
)
def test_a_right_expression_is_left_alone(value: str) -> None:
    assert _texts(value) == []


def test_a_guard_may_stand_in_the_condition() -> None:
    assert _texts("answers.m / answers.n", when="answers.n != 0") == []


def test_only_kinds_an_expression_can_give_are_computed() -> None:
    with pytest.raises(ValueError, match="value로 셈하는 것의 type은 number"):
        question("phone", value="'010-1234-5678'")
