"""Which questions are asked, given the answers: each condition is held against what stands above it.

An answer whose own condition became false counts as unanswered for all that follows, so a chain of questions
closes with its first link. The draft keeps such answers; filing drops them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eok.catalogue.schema import Page, Question, Service
from eok.forms import answers as reading
from eok.forms import conditions, expressions


@dataclass(frozen=True)
class Asked:
    """A question that is asked, and those its answer opened on the same page."""

    question: Question
    opened: tuple["Asked", ...] = ()


def asked(service: Service, answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """Every question these answers call for, in reading order; also what is worked out between them."""
    known: dict[str, Any] = {}
    shown: list[Question] = []
    for question in service.form.questions():
        if conditions.holds(service, question.when, known):
            shown.append(question)
            known[question.id] = _value(question, answers, known)
    return tuple(shown)


def _value(question: Question, answers: Mapping[str, Any], known: Mapping[str, Any]) -> Any:
    """What was answered; what is computed is worked out anew each time from what stands above it."""
    if question.value is not None:
        return conditions.worked_out(question, known)
    return reading.value(answers.get(question.id))


def still_open(service: Service, answers: Mapping[str, Any]) -> frozenset[str]:
    """Ids of the questions without an answer that are asked, or may yet be by what is answered above them."""
    known: dict[str, Any] = {}
    waiting: set[str] = set()
    for question in service.form.questions():
        is_asked = conditions.truth(service, question.when, known, still_open=waiting)
        hangs = question.value is not None and waiting & set(expressions.references(question.value))
        value = _value(question, answers, known) if is_asked and not hangs else None
        if value is not None:
            known[question.id] = value
        elif is_asked is not False:
            waiting.add(question.id)
    return frozenset(waiting)


def visible_questions(service: Service, page: Page, answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """The questions of one page, each after the one that opened it."""
    return tuple(flat(tree(service, page, answers)))


def tree(service: Service, page: Page, answers: Mapping[str, Any]) -> tuple[Asked, ...]:
    """The questions of one page, those an answer opened under their cause."""
    return _tree(page, asked(service, answers))


def of_page(page: Page, all_asked: Sequence[Question]) -> tuple[Question, ...]:
    """As `visible_questions`, where what is asked is known already."""
    return tuple(flat(_tree(page, all_asked)))


def _tree(page: Page, all_asked: Sequence[Question]) -> tuple[Asked, ...]:
    here = {q.id for q in page.questions}
    shown = [q for q in all_asked if q.id in here]
    return _under(None, shown, {q.id: _cause(q, shown[:at]) for at, q in enumerate(shown)})


def flat(nodes: tuple[Asked, ...]) -> list[Question]:
    return [question for node in nodes for question in (node.question, *flat(node.opened))]


def filed_answers(service: Service, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What is filed: answered questions that are asked, in the order of the form."""
    return answered(asked(service, answers), answers)


def answered(shown: Sequence[Question], answers: Mapping[str, Any]) -> dict[str, Any]:
    """As `filed_answers`, where what is asked is known already."""
    values: dict[str, Any] = {}
    for question in shown:
        values[question.id] = _value(question, answers, values)
    return {name: value for name, value in values.items() if value is not None}


def dropped(service: Service, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Ids of answers that stay behind in the draft: their condition became false, or they are no answers."""
    filed = filed_answers(service, answers)
    return tuple(name for name, stored in answers.items() if stored is not None and name not in filed)


def _cause(question: Question, above: list[Question]) -> str | None:
    """The question on the same page that opened this one: the last one its condition looks at."""
    ids = {q.id for q in above}
    looked_at = [name for name in expressions.references(question.when or "") if name in ids]
    return looked_at[-1] if looked_at else None


def _under(parent: str | None, shown: list[Question], causes: Mapping[str, str | None]) -> tuple[Asked, ...]:
    return tuple(Asked(q, _under(q.id, shown, causes)) for q in shown if causes[q.id] == parent)
