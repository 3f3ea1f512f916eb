"""The answers of a case: as filed, and after each supplement that corrected them.

A filing is never rewritten: a supplement is an event, laid over what was filed. The last stage is in force, and
nothing that its answers no longer ask for belongs to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from eok.applications import drafts
from eok.casework import event_details
from eok.casework.models import Case, CaseEvent
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import Page, Question, Service
from eok.forms import display
from eok.forms.evaluate import filed_answers, visible_questions


@dataclass(frozen=True)
class Stage:
    """What was answered from a moment on."""

    at: datetime
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Correction:
    """The latest change of one answer."""

    before: str
    """In words; empty when it had not been asked or answered."""
    at: datetime


@dataclass(frozen=True)
class Answered:
    """One question and its answer in force."""

    question: Question
    words: str
    """Empty: not answered, or no longer asked."""
    correction: Correction | None


@dataclass(frozen=True)
class Section:
    """The answers of one page of the form."""

    title: str
    rows: tuple[Answered, ...]


def stages(case: Case) -> list[Stage]:
    """As filed, then after each supplement, oldest first."""
    service = read_version(case.application.version)
    known = dict(drafts.read_filed(case.application).answers)
    found = [Stage(case.filed_at, filed_answers(service, known))]
    for event in CaseEvent.objects.filter(case=case, verb="supply").order_by("sequence"):
        known |= event_details.read(event, bytes(case.wrapped_key)).get("answers", {})
        found.append(Stage(event.at, filed_answers(service, known)))
    return found


def sections(case: Case) -> tuple[Section, ...]:
    """Page by page what is in force; an answer that a supplement did away with ends its page, empty."""
    service = read_version(case.application.version)
    known = stages(case)
    changed = _corrections(service, known)
    made = (
        Section(
            page.title.ko,
            tuple(_answered(q, known[-1], changed) for q in _shown(service, page, known[-1], changed)),
        )
        for page in service.form.pages
    )
    return tuple(section for section in made if section.rows)


def changed_since(case: Case, moment: datetime) -> frozenset[str]:
    """Ids of the questions whose answers a supplement changed after a moment."""
    rows = (answered for section in sections(case) for answered in section.rows)
    return frozenset(row.question.id for row in rows if row.correction and row.correction.at > moment)


def _corrections(service: Service, known: Sequence[Stage]) -> dict[str, Correction]:
    """By question id: the last stage that said something else than the one before it."""
    found: dict[str, Correction] = {}
    for earlier, later in pairwise(known):
        for question in service.form.questions():
            before, after = _words(question, earlier), _words(question, later)
            if before != after:
                found[question.id] = Correction(before, later.at)
    return found


def _shown(
    service: Service, page: Page, now: Stage, changed: Mapping[str, Correction]
) -> tuple[Question, ...]:
    asked = visible_questions(service, page, now.answers)
    gone = (q for q in page.questions if q not in asked and q.id in changed and changed[q.id].before)
    return (*asked, *gone)


def _answered(question: Question, now: Stage, changed: Mapping[str, Correction]) -> Answered:
    return Answered(question, _words(question, now), changed.get(question.id))


def _words(question: Question, stage: Stage) -> str:
    return display.words(question, stage.answers.get(question.id))
