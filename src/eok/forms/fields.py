"""Questions as krds draws them, with what was typed and what is wrong, nested under their cause.

One drawing for both ways: the whole page, and the fragment htmx puts in its place when an answer opens questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eok.catalogue.privacy import LABELS, ground_of
from eok.catalogue.schema import Page, Privacy, Question, Service
from eok.core.korean import with_particle
from eok.forms import answers as reading
from eok.forms import expressions, sentences
from eok.forms.controls import control, result
from eok.forms.deadlines import DeadlineTold
from eok.forms.kinds.table import kind_of
from eok.forms.known import Known
from eok.forms.visible import Asked, filed_answers, tree
from eok.krds.display import Words
from eok.krds.fields import AddressSearch, Field, FieldError, errors_of


@dataclass(frozen=True)
class Drawn:
    """A question and those its answer opened."""

    field: Field
    opened: tuple["Drawn", ...] = ()

    @property
    def has_error(self) -> bool:
        return bool(self.field.error) or self.opened_have_error

    @property
    def opened_have_error(self) -> bool:
        return any(one.has_error for one in self.opened)


@dataclass(frozen=True)
class Reason:
    """Why a question is asked, and by which law (개인정보 보호법 §15②)."""

    label: str
    text: str
    law: str
    kind: str
    """개인정보, 민감정보 or 고유식별정보; empty for what says nothing of a person."""


@dataclass(frozen=True)
class DrawnPage:
    """A page of questions, ready for `forms/page.html`."""

    page: Page
    questions: tuple[Drawn, ...]
    errors: tuple[FieldError, ...]
    """The error summary, in reading order."""
    shown: str
    """Value of the hidden input that says which questions stand here."""
    trigger: str
    """When htmx asks for the fragment: an answer changed that other questions of the page look at."""
    reasons: tuple["Reason", ...]
    """For 왜 묻나요? · 근거."""
    deadlines: tuple[DeadlineTold, ...] = ()
    """Those counted from a date of this page."""


def draw_page(
    service: Service,
    page: Page,
    stored: Mapping[str, Any],
    *,
    problems: Mapping[str, str] | None = None,
    known: Mapping[str, Known] | None = None,
    searches: Mapping[str, AddressSearch] | None = None,
    deadlines: Sequence[DeadlineTold] = (),
    words: Words = Words.KO,
) -> DrawnPage:
    """Draw a page of the draft.

    stored: the draft's answers with the sent ones laid over.  problems: as `validate_page` gave them.
    known: answers that stood ready (`known.py`), marked with their source where they stand unchanged.
    searches: 주소 찾기 by question id; an address without one is typed.
    deadlines: all that can be counted from the draft (`deadlines.told`).
    words: what the reader wants beside the Korean.
    """
    filed = filed_answers(service, stored)
    pen = _Pen(stored, problems or {}, known or {}, searches or {}, filed, words)
    nodes = tree(service, page, stored)
    asked = [question for node in nodes for question in _flat(node)]
    return DrawnPage(
        page=page,
        questions=tuple(pen.draw(node) for node in nodes),
        errors=tuple(pen.summary(q) for q in asked if pen.problems.get(q.id)),
        shown=" ".join(q.id for q in asked),
        trigger=_trigger(service, page, asked),
        deadlines=tuple(one for one in deadlines if one.question in {q.id for q in asked}),
        reasons=tuple(_reason(service, q) for q in asked if q.why or q.privacy is not Privacy.PUBLIC),
    )


def _reason(service: Service, question: Question) -> Reason:
    kind = LABELS[question.privacy]
    law = ground_of(service.form, question) if kind else (question.why and question.why.source.cite) or ""
    text = (
        question.why.text.ko
        if question.why
        else f"{with_particle(question.label.ko, '이')} 있어야 처리할 수 있어요."
    )
    return Reason(question.label.ko, text, law, kind)


def _flat(node: Asked) -> list[Question]:
    return [node.question, *(q for child in node.opened for q in _flat(child))]


def _trigger(service: Service, page: Page, asked: list[Question]) -> str:
    """htmx's words for "a change of one of these inputs"; empty when nothing on the page hangs on another."""
    looked_at = {name for q in page.questions for name in expressions.looked_at(q)}
    looked_at |= {one.of for one in service.deadlines}
    return ", ".join(f"change target:[name={_last_input(q)}]" for q in asked if q.id in looked_at)


def _last_input(question: Question) -> str:
    """Of a date its day: while year and month are typed, nothing is complete yet."""
    name = kind_of(question).inputs(question)[-1]
    return f"'{name}'" if "." in name else name


@dataclass(frozen=True)
class _Pen:
    stored: Mapping[str, Any]
    problems: Mapping[str, str]
    known: Mapping[str, Known]
    searches: Mapping[str, AddressSearch]
    filed: Mapping[str, Any]
    """What would be filed now; with it what is worked out."""
    words: Words

    def draw(self, node: Asked, level: int = 0) -> Drawn:
        opened = tuple(self.draw(child, level + 1) for child in node.opened)
        return Drawn(self._field(node.question, level), opened)

    def summary(self, question: Question) -> FieldError:
        (error,) = errors_of([self._field(question, 0)])
        return FieldError(error.field_id, sentences.summary(question, error.message))

    def _field(self, question: Question, level: int) -> Field:
        if question.value is not None:
            return result(question, self.filed.get(question.id), level)
        stored = self.stored.get(question.id)
        return control(
            question,
            reading.posted(question, stored),
            self.words,
            error=self.problems.get(question.id, ""),
            source_note=self._source(question, stored),
            search=self.searches.get(question.id),
            level=level,
        )

    def _source(self, question: Question, stored: Any) -> str:
        known = self.known.get(question.id)
        return known.source if known is not None and stored is not None and stored == known.value else ""
