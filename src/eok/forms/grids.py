"""A table question as krds draws it: its rows as inputs with a few blank ones, or all of it as text."""

import csv
from collections.abc import Mapping

from eok.catalogue.schema import Question, QuestionType
from eok.forms.kinds.rows import MOST_INPUTS, MOST_ROWS, Row, as_text, typed_rows
from eok.forms.typed import Posted
from eok.krds.fields import Choice, Column, Grid

BLANK_ROWS = 3
"""Stand ready under what is filled; 줄 더하기 brings as many again."""

_INPUTMODES: Mapping[QuestionType, str] = {
    "number": "numeric", "money": "numeric", "date": "numeric", "phone": "tel", "email": "email", "business_no": "numeric",
}  # fmt: skip


def grid(question: Question, typed: Posted) -> Grid:
    """typed: its inputs as the browser sent or would send them."""
    columns = tuple(map(_column, question.columns))
    try:
        rows = [row for row in typed_rows(question, typed) if any(row)]
    except csv.Error:
        paste = f"{question.id}.paste"
        alone = Posted({name: values for name, values in typed.items() if name != paste})
        return Grid(columns, _filled(question, typed_rows(question, alone)), typed[paste][0])
    if len(rows) > MOST_INPUTS or any(len(row) > len(columns) for row in rows):
        return Grid(columns, text=as_text(question, rows))
    return Grid(columns, _filled(question, rows))


def _filled(question: Question, rows: list[Row]) -> list[Row]:
    """Rows as they were typed, then the blank ones."""
    count = min(BLANK_ROWS, max(0, (question.maximum or MOST_ROWS) - len(rows)))
    return [*rows, *([""] * len(question.columns) for _ in range(count))]


def _column(column: Question) -> Column:
    return Column(
        name=column.id,
        label=column.label.ko,
        options=tuple(Choice(option.value, option.label.ko) for option in column.options),
        inputmode=_INPUTMODES.get(column.type, ""),
        unit="원" if column.type == "money" else column.unit or "",
        required=column.required,
    )
