"""One answer: read from what was typed, kept in the draft, looked at again before filing.

Stored answers are JSON-ready, by question id: a value, null (left empty), or what was typed and is no answer yet
(`typed.py`). The class of personal data of each answer stands in the form (개인정보 보호법 §3①, §23, §24).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eok.catalogue.schema import Privacy, Question, Service
from eok.forms import sentences, typed
from eok.forms.kinds.base import Around
from eok.forms.kinds.table import kind_of
from eok.forms.typed import Posted, Raw

Unprintable = Callable[[str], str]
"""The characters of a text that paper cannot show; empty when it can show all."""


@dataclass(frozen=True)
class Answer:
    """What became of one question."""

    value: Any
    """JSON-ready; None when empty or wrong."""
    stored: Any
    """What the draft keeps: the value, or what was typed."""
    problem: str = ""
    """A sentence for its place; empty when there is none."""


def read(question: Question, raw: Raw, around: Around, *, unprintable: Unprintable | None = None) -> Answer:
    """Understand what was typed for a question. Never raises.

    unprintable: given for answers that stand on the certificate.
    """
    kind = kind_of(question)
    reading = kind.read(question, raw, around)
    problem = reading.problem or _unprintable(question, reading.value, unprintable)
    if problem:
        return Answer(None, typed.keep(kind.inputs(question), raw), problem)
    if reading.value is None and question.required:
        return Answer(None, None, sentences.missing(question))
    return Answer(reading.value, reading.value)


def read_again(
    question: Question, stored: Any, around: Around, *, unprintable: Unprintable | None = None
) -> Answer:
    """Look at a stored answer as if it were typed now: days pass, forms change."""
    return read(question, posted(question, stored), around, unprintable=unprintable)


def posted(question: Question, stored: Any) -> Posted:
    """The inputs that lead to this stored answer; also what was typed and was wrong."""
    if stored is None:
        return Posted()
    if typed.is_typed(stored):
        return typed.posted(stored)
    return kind_of(question).posted(question, stored)


def value(stored: Any) -> Any:
    """The answer itself; None for what is no answer yet."""
    return None if typed.is_typed(stored) else stored


def prefill(service: Service, identity: Mapping[str, str], around: Around) -> dict[str, Any]:
    """Answers known from 본인확인, for a new draft. identity: name, birth_date, phone, email."""
    known: dict[str, Any] = {}
    for question in service.form.questions():
        text = identity.get((question.prefill or "").removeprefix("identity."))
        if text:
            found = read(question, Posted({question.id: [text]}), around)
            known.update({question.id: found.value} if found.value is not None else {})
    return known


def on_certificate(service: Service) -> frozenset[str]:
    """Questions whose answers are printed on the certificate: what the register of a grant takes."""
    if service.certificate is None or service.register is None:
        return frozenset()
    return frozenset(service.register.names.values())


def privacy_of(service: Service, question_id: str) -> Privacy:
    """Class of personal data of an answer. An unknown question counts as personal."""
    found = {q.id: q.privacy for q in service.form.questions()}
    return found.get(question_id, Privacy.PERSONAL)


def public(service: Service, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers anybody may see."""
    return {name: one for name, one in answers.items() if privacy_of(service, name) is Privacy.PUBLIC}


def personal(service: Service, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are personal, sensitive or unique identifiers."""
    return {name: one for name, one in answers.items() if privacy_of(service, name) is not Privacy.PUBLIC}


def _unprintable(question: Question, found: Any, unprintable: Unprintable | None) -> str:
    if unprintable is None or found is None:
        return ""
    characters = unprintable(kind_of(question).words(question, found))
    return sentences.not_printed(question, characters) if characters else ""
