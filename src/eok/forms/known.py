"""What is known already is not asked again: each answer that can stand ready, with where it comes from.

An office asks only what it needs and does not hold yet (민원처리법 §10①, 전자정부법 §36①); what a person gave once, or the
register says, is laid into the form, marked, and theirs to change. Taken over is who somebody is and where; what is
reported this time (days, yes or no, free words) is always asked. Sensitive answers and unique identifiers never travel.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from eok.catalogue.schema import Privacy, Question, QuestionType, Service
from eok.forms import answers as reading
from eok.forms.kinds.base import Around
from eok.forms.preparation import Preparing
from eok.forms.typed import Posted

FROM_IDENTITY = "본인확인 정보예요."
FROM_PREPARATION = "안내 화면에서 고른 답이에요."

_LASTING: frozenset[QuestionType] = frozenset(
    {"text", "phone", "email", "domain", "address", "business_no", "corporation_no", "person_name"}
)
"""Kinds of answers that say who and where."""
_PICKED: frozenset[QuestionType] = frozenset({"choice", "choices"})
_TRAVELS = (Privacy.PUBLIC, Privacy.PERSONAL)


@dataclass(frozen=True)
class Known:
    """One answer that stands ready."""

    value: Any
    """As the draft keeps it."""
    source: str
    """Where it comes from, in a sentence; shown as long as the answer stands unchanged."""


def from_identity(service: Service, identity: Mapping[str, str], around: Around) -> dict[str, Known]:
    """identity: name, birth_date, phone, email as 본인확인 gave them."""
    found = reading.prefill(service, identity, around)
    return {name: Known(value, FROM_IDENTITY) for name, value in found.items()}


def from_preparation(preparing: Preparing) -> dict[str, Known]:
    return {name: Known(value, FROM_PREPARATION) for name, value in preparing.carried.items()}


def from_filing(
    service: Service, before: Service, filed: Mapping[str, Any], around: Around, *, source: str
) -> dict[str, Known]:
    """Answers of an earlier filing of the same person: the same question, of the same kind.

    before: the affair as it was filed on.  filed: its answers in force.
    """
    kinds = {q.id: q.type for q in before.form.questions()}
    out: dict[str, Known] = {}
    for question in _lasting(service):
        if kinds.get(question.id) == question.type and filed.get(question.id) is not None:
            found = reading.read_again(question, filed[question.id], around).value
            out.update({question.id: Known(found, source)} if found is not None else {})
    return out


def from_register(
    service: Service, columns: Mapping[str, str], around: Around, *, source: str
) -> dict[str, Known]:
    """What the register says of the entry named. columns: as people read them, by column."""
    names = service.register.names if service.register else {}
    questions = {q.id: q for q in service.form.questions() if q.privacy in _TRAVELS}
    out: dict[str, Known] = {}
    for column, name in names.items():
        question, words = questions.get(name), columns.get(column, "")
        if question is not None and words and (_may_last(question) or question.type == "licence_no"):
            found = reading.read(question, _typed(question, words), around).value
            out.update({name: Known(found, source)} if found is not None else {})
    return out


def _lasting(service: Service) -> Iterator[Question]:
    """What is picked from a list tells of the person only in the first step, where one says who files."""
    first = service.form.pages[0].step.ko
    for page in service.form.pages:
        for question in page.questions:
            picked_there = question.type in _PICKED and page.step.ko == first
            if question.privacy in _TRAVELS and (question.type in _LASTING or picked_there):
                yield question


def _may_last(question: Question) -> bool:
    return question.type in _LASTING | _PICKED


def _typed(question: Question, words: str) -> Posted:
    """The words of a register as somebody would type them into the form."""
    if question.type == "address":
        road, _, detail = words.partition(", ")
        return Posted({f"{question.id}.road": [road], f"{question.id}.detail": [detail]})
    if question.type in _PICKED:
        said = words.split(", ") if question.type == "choices" else [words]
        return Posted({question.id: [o.value for o in question.options if o.label.ko in said]})
    return Posted({question.id: [words]})
