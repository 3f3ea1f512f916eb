"""Tables: typed row by row or pasted, judged cell by cell, added to and taken from without scripts."""

from time import process_time
from typing import Any

import pytest

from eok.catalogue.schema import Privacy
from eok.forms.answers import posted, read, read_again
from eok.forms.display import words
from eok.forms.evaluate import filed_answers
from eok.forms.fields import draw_page
from eok.forms.kinds.rows import MOST_INPUTS
from eok.forms.pages import validate_page
from eok.krds import jinja
from tests.forms.making import AROUND, TODAY, question, sent, service

STAFF = question("table", "staff", "일하는 사람", privacy="personal")
SHOP = service(
    [
        STAFF,
        question("money", "sum", "급여의 합", value="total(answers.staff, 'won')"),
        question("text", "remark"),
    ]
)
PAGE = SHOP.form.pages[0]
TWO = [{"name": "김하늘", "won": 3000000, "since": "2026-11-02"}, {"name": "이바다", "won": 2500000}]


def _read(**values: Any) -> Any:
    return read(STAFF, sent(**values), AROUND)


def test_rows_are_read_cell_by_cell_and_blank_ones_left_out() -> None:
    answer = _read(
        staff__name=["김하늘", "", "이바다"],
        staff__won=["3,000,000원", " ", "2500000"],
        staff__since=["2026.11.2.", "", ""],
    )

    assert answer.value == TWO
    assert answer.problem == ""


def test_what_is_wrong_is_told_with_its_row() -> None:
    answer = _read(
        staff__name=["김하늘", "이바다", ""], staff__won=["많이", "", "3"], staff__since=["", "", ""]
    )

    assert answer.value is None
    assert answer.problem.startswith("1번째 줄: 급여는 숫자로만")
    assert answer.problem.endswith("고칠 곳이 2곳 더 있어요.")
    assert posted(STAFF, answer.stored)["staff.won"] == ["많이", "", "3"]


def test_a_ticked_row_is_gone() -> None:
    answer = _read(
        staff__name=["김하늘", "이바다"], staff__won=["1", "2"], staff__since=["", ""], staff__drop=["0"]
    )

    assert [row["name"] for row in answer.value] == ["이바다"]


@pytest.mark.parametrize(
    "text",
    [
        "김하늘\t3000000\t2026-11-02\n이바다\t2500000",
        '김하늘,"3,000,000",2026-11-02\n\n이바다,2500000\n',
        "이름,급여,들어온 날\r\n김하늘,3000000,20261102\r\n이바다,2500000,\r\n",
    ],
)
def test_rows_can_be_pasted(text: str) -> None:
    assert _read(staff__paste=text).value == TWO


def test_pasted_rows_join_those_that_were_typed() -> None:
    answer = _read(
        staff__name=["김하늘"],
        staff__won=["3000000"],
        staff__since=["2026-11-02"],
        staff__paste="이바다,2500000",
    )

    assert answer.value == TWO


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("김하늘,1,2026-11-02,더", "칸이 4개예요. 3개(이름, 급여, 들어온 날)만"),
        ("김하늘,1,2026-02-30", "1번째 줄: 들어온 날: 2026년 2월은 28일까지"),
        ('"' + "가" * 200_000 + '"', "표로 읽을 수 없어요"),
        ("김하늘\r1", "표로 읽을 수 없어요"),
    ],
)
def test_what_was_pasted_and_is_no_row_is_told_and_kept(text: str, said: str) -> None:
    answer = _read(staff__paste=text)

    assert said in answer.problem
    assert posted(STAFF, answer.stored)["staff.paste"] == [text]


def test_a_choice_may_be_pasted_in_its_words() -> None:
    kinds = [{"value": "meat", "label": "식육"}, {"value": "milk", "label": "우유"}]
    asked = question("table", columns=[{"id": "kind", "type": "choice", "label": "종류", "options": kinds}])

    assert read(asked, sent(it__paste="우유\nmeat"), AROUND).value == [{"kind": "milk"}, {"kind": "meat"}]


def test_how_many_rows_there_may_be_is_told() -> None:
    few = question("table", minimum=2, maximum=3)

    assert "2줄 이상" in read(few, sent(it__paste="김,1"), AROUND).problem
    assert "3줄까지" in read(few, sent(it__paste="김,1\n" * 4), AROUND).problem


def test_five_thousand_rows_are_judged_fast_and_stand_as_text() -> None:
    text = "\n".join(f"김하늘,{n},2026-11-02" for n in range(5_000))
    start = process_time()
    answer = _read(staff__paste=text)
    took = process_time() - start

    drawn = draw_page(SHOP, PAGE, {"staff": answer.value}).questions[0].field.grid

    assert len(answer.value) == 5_000
    assert took < 2
    assert drawn is not None and drawn.rows == () and drawn.text.count("\n") == 5_001
    assert read_again(STAFF, answer.stored, AROUND).value == answer.value
    assert filed_answers(SHOP, {"staff": answer.value})["sum"] == sum(range(5_000))
    assert "그 밖에 4,950줄" in words(STAFF, answer.value)


def test_more_rows_are_given_without_complaint_and_nothing_is_lost() -> None:
    raw = sent(staff__name=["김하늘"], staff__won=["많이"], staff__since=[""], staff__more="1", remark="")
    result = validate_page(SHOP, PAGE, raw, {}, today=TODAY)
    drawn = draw_page(SHOP, PAGE, result.answers, problems=result.problems).questions[0].field

    assert not result.complete
    assert result.problems == {}
    assert drawn.grid is not None
    assert drawn.grid.rows == [["김하늘", "많이", ""], *[["", "", ""]] * 3]


def test_each_cell_has_its_name_and_thirty_rows_are_still_inputs() -> None:
    html = (
        jinja.shared()
        .get_template("forms/_questions.html")
        .render(drawn=draw_page(SHOP, PAGE, {"staff": TWO}), reveal_url="")
    )
    many = draw_page(SHOP, PAGE, {"staff": TWO * (MOST_INPUTS // 2)}).questions[0].field.grid

    assert '<label class="sr-only" for="q-staff-2-1">2번째 줄 이름</label>' in html
    assert 'name="staff.won" type="text" value="2500000"' in html
    assert "줄 더하기" in html
    assert many is not None and len(many.rows) == MOST_INPUTS + 3


def test_a_table_in_words() -> None:
    assert words(STAFF, TWO) == "1) 김하늘, 3,000,000원, 2026년 11월 2일 / 2) 이바다, 2,500,000원"


@pytest.mark.parametrize("columns", [[], [{"id": "x", "type": "address", "label": "곳"}]])
def test_a_table_has_columns_of_one_line(columns: list[dict[str, str]]) -> None:
    with pytest.raises(ValueError, match="columns|칸"):
        question("table", columns=columns, privacy=Privacy.PERSONAL)
