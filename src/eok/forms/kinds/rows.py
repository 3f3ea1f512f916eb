"""A table: rows of the same few questions, typed row by row or pasted from a spreadsheet.

Every cell is judged by the kind of its column, and what is wrong is told with its row. Up to thirty rows stand as
inputs; more stand as text, so that 5,000 rows are one field to send and one to mend.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from eok.catalogue.schema import Question
from eok.core.korean import with_particle
from eok.forms import sentences
from eok.forms.kinds import pasted
from eok.forms.kinds.base import EMPTY, Around, Kind, Line, Reading
from eok.forms.kinds.choosing import Choice
from eok.forms.kinds.contacts import Email, Phone
from eok.forms.kinds.dates import Date
from eok.forms.kinds.numbers import Money, Number
from eok.forms.kinds.registered import business_no
from eok.forms.kinds.texts import LicenceNo, PersonName
from eok.forms.typed import Posted, Raw

MOST_INPUTS = 30
"""Rows that stand as inputs."""
MOST_ROWS = 5_000
TOLD_ROWS = 50
"""Rows told one by one in words."""

_CELLS: Mapping[str, Kind] = {
    "text": Line(), "number": Number(), "money": Money(), "date": Date(), "phone": Phone(), "email": Email(),
    "choice": Choice(), "person_name": PersonName(), "business_no": business_no(), "licence_no": LicenceNo(),
}  # fmt: skip

Row = list[str]
"""The cells of a row as typed, in the order of the columns."""


class Rows(Kind):
    """Kept as a list of {column id: value}; what was left empty is not in it."""

    def inputs(self, question: Question) -> tuple[str, ...]:
        cells = (f"{question.id}.{column.id}" for column in question.columns)
        return (f"{question.id}.paste", f"{question.id}.drop", *cells)

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        try:
            rows = [row for row in typed_rows(question, raw) if any(row)]
        except csv.Error:
            return Reading(problem=NO_TABLE)
        return _judged(question, rows, around) if rows else EMPTY

    def posted(self, question: Question, value: Any) -> Posted:
        rows = [_typed(question, row) for row in value] if isinstance(value, list) else []
        if len(rows) > MOST_INPUTS:
            return Posted({f"{question.id}.paste": [as_text(question, rows)]})
        columns = zip(*rows, strict=True)
        return Posted(
            {
                f"{question.id}.{c.id}": list(cells)
                for c, cells in zip(question.columns, columns, strict=False)
            }
        )

    def words(self, question: Question, value: Any) -> str:
        """1) 김하늘, 3명 / 2) …"""
        told = [f"{n}) {_row_in_words(question, row)}" for n, row in enumerate(value[:TOLD_ROWS], 1)]
        more = len(value) - len(told)
        return " / ".join([*told, f"그 밖에 {more:,}줄"] if more else told)


NO_TABLE = "표로 읽을 수 없어요. 한 줄에 한 건씩, 칸 사이는 탭이나 쉼표로 나눠 붙여 주세요."


def heads(question: Question) -> list[str]:
    return [column.label.ko for column in question.columns]


def typed_rows(question: Question, raw: Raw) -> list[Row]:
    """Every row as it was typed, then those that were pasted; a row whose 지우기 is ticked is gone."""
    columns = [raw.getlist(f"{question.id}.{column.id}") for column in question.columns]
    gone = set(raw.getlist(f"{question.id}.drop"))
    rows = [[cell.strip() for cell in row] for row in zip_longest(*columns, fillvalue="")]
    kept = [row for number, row in enumerate(rows) if str(number) not in gone]
    text = "\n".join(raw.getlist(f"{question.id}.paste"))
    return kept + [_as_offered(question, row) for row in pasted.read(text, heads(question))]


def as_text(question: Question, rows: Sequence[Row]) -> str:
    """All rows under their heads, choices in their words: what can be pasted again."""
    return pasted.written(
        ([_shown(question, at, cell) for at, cell in enumerate(row)] for row in rows), heads(question)
    )


def _shown(question: Question, at: int, cell: str) -> str:
    options = question.columns[at].options if at < len(question.columns) else ()
    return next((option.label.ko for option in options if option.value == cell), cell)


def _as_offered(question: Question, row: Row) -> Row:
    """A pasted choice may be written in its words."""
    values = [{option.label.ko: option.value for option in column.options} for column in question.columns]
    return [values[at].get(cell, cell) if at < len(values) else cell for at, cell in enumerate(row)]


def _judged(question: Question, rows: Sequence[Row], around: Around) -> Reading:
    problem = _number_of_rows(question, len(rows))
    if problem:
        return Reading(problem=problem)
    read = [_read_row(question, row, around) for row in rows]
    wrong = [f"{n}번째 줄: {problem}" for n, (_, problems) in enumerate(read, 1) for problem in problems]
    if wrong:
        return Reading(problem=_first_of(wrong))
    return Reading([values for values, _ in read])


def _number_of_rows(question: Question, count: int) -> str:
    least, most = question.minimum or 1, question.maximum or MOST_ROWS
    about = with_particle(sentences.noun(question), "은")
    if count > most:
        return f"{about} {most:,}줄까지 적을 수 있어요. 지금 {count:,}줄이에요. 나머지를 지워 주세요."
    if count < least:
        return f"{about} {least:,}줄 이상 적어 주세요. 지금 {count:,}줄이에요."
    return ""


def _read_row(question: Question, row: Row, around: Around) -> tuple[dict[str, Any], list[str]]:
    """Values by column, and what is wrong."""
    count = len(question.columns)
    if len(row) > count:
        return {}, [f"칸이 {len(row)}개예요. {count}개({', '.join(heads(question))})만 적어 주세요."]
    values: dict[str, Any] = {}
    problems: list[str] = []
    for column, text in zip(question.columns, [*row, *[""] * (count - len(row))], strict=True):
        reading = _CELLS[column.type].read(column, Posted({column.id: [text]}), around)
        if reading.value is not None:
            values[column.id] = reading.value
        elif reading.problem or column.required:
            problems.append(sentences.summary(column, reading.problem or sentences.missing(column)))
    return values, problems


def _first_of(wrong: Sequence[str]) -> str:
    more = len(wrong) - 1
    return f"{wrong[0]} 고칠 곳이 {more:,}곳 더 있어요." if more else wrong[0]


def _typed(question: Question, row: Mapping[str, Any]) -> Row:
    return [_cell_typed(column, row.get(column.id)) for column in question.columns]


def _cell_typed(column: Question, value: Any) -> str:
    if value is None:
        return ""
    found = _CELLS[column.type].posted(column, value).getlist(column.id)
    return found[0] if found else str(value)


def _row_in_words(question: Question, row: Mapping[str, Any]) -> str:
    return ", ".join(_cells_in_words(question, row))


def _cells_in_words(question: Question, row: Mapping[str, Any]) -> Iterator[str]:
    for column in question.columns:
        if row.get(column.id) is not None:
            yield _CELLS[column.type].words(column, row[column.id])
