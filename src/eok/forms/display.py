"""Answers in people's words: for the review before filing, the case's pages, the register, the certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eok.catalogue.schema import Question, Service
from eok.forms import answers as reading
from eok.forms.kinds.table import kind_of
from eok.forms.visible import filed_answers, visible_questions

NOT_GIVEN = "적지 않음"
NOT_WORKED_OUT = "셈할 수 없음"
"""A computed value that hangs on an answer nobody gave, or on a division by zero."""


@dataclass(frozen=True)
class Section:
    """The answers of one page."""

    id: str
    """Id of the page, for the link 고치기."""
    title: str
    rows: tuple[tuple[str, str], ...]
    """What was asked, what was answered."""


def words(question: Question, stored: Any) -> str:
    """One answer in words; empty when there is none."""
    value = reading.value(stored)
    return "" if value is None else kind_of(question).words(question, value)


def plain(service: Service, answers: Mapping[str, Any]) -> dict[str, str]:
    """Every answer that is there, in words, by question id."""
    said = {q.id: words(q, answers.get(q.id)) for q in service.form.questions()}
    return {name: text for name, text in said.items() if text}


def sections(service: Service, answers: Mapping[str, Any]) -> tuple[Section, ...]:
    """The questions that were asked, page by page, with their answers."""
    filed = filed_answers(service, answers)
    found = (
        Section(page.id, page.title.ko, tuple((q.label.ko, words(q, filed.get(q.id)) or empty(q))
                                             for q in visible_questions(service, page, answers)))
        for page in service.form.pages
    )  # fmt: skip
    return tuple(section for section in found if section.rows)


def empty(question: Question) -> str:
    """What stands in the place of no answer."""
    return NOT_GIVEN if question.value is None else NOT_WORKED_OUT
