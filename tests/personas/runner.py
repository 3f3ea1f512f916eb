"""Somebody written from the article alone files: page by page what they type, then what the house makes of it.

A persona is a file `tests/personas/<affair>/<id>.yaml`: `answers` by question; the papers they must give (`papers`)
and what the office looks up instead (`looked_up`); `refused`: the question beside which they are told no; `warned`:
the date they are late by; `checks`: what the officer must look at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Page, Question, Service
from eok.forms import conditions, deadlines, pages
from eok.forms.paper_states import papers_needed
from eok.forms.typed import Posted
from eok.forms.visible import filed_answers
from eok.offices.calendar import calendar

FOLDER = Path(__file__).parent
LOOKED_UP = "look_up"


@dataclass(frozen=True)
class Persona:
    affair: str
    id: str
    answers: Mapping[str, Any]
    papers: frozenset[str]
    looked_up: frozenset[str]
    refused: str = ""
    warned: str = ""
    checks: frozenset[str] = frozenset()


@dataclass
class Filed:
    """What the house made of their answers."""

    problems: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    answers: dict[str, Any] = field(default_factory=dict)


def personas() -> list[Persona]:
    return [_read(path) for path in sorted(FOLDER.glob("*/*.yaml"))]


def _read(path: Path) -> Persona:
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert said["id"] == path.stem and said["story"] and said["article"], path
    return Persona(
        path.parent.name,
        said["id"],
        said["answers"],
        frozenset(said.get("papers", ())),
        frozenset(said.get("looked_up", ())),
        said.get("refused", ""),
        said.get("warned", ""),
        frozenset(said.get("checks", ())),
    )


def pages_of(affair: str) -> list[str]:
    """Ids of the affair's pages of questions, in order."""
    return [page.id for page in catalogue.get(affair).form.pages]


def typed(persona: Persona, page_id: str) -> dict[str, list[str]]:
    """All they have to say on a page, as a browser sends it."""
    page = next(one for one in catalogue.get(persona.affair).form.pages if one.id == page_id)
    answered = (question for question in page.questions if question.id in persona.answers)
    return {name: said for q in answered for name, said in _inputs(q, persona.answers[q.id]).items()}


def file(service: Service, persona: Persona, today: date) -> Filed:
    """Each page is sent again until no answer opens another question."""
    out = Filed()
    for page in service.form.pages:
        _send(service, page, persona, out, today)
    out.answers = filed_answers(service, out.answers)
    return out


def _send(service: Service, page: Page, persona: Persona, out: Filed, today: date) -> None:
    shown: list[str] = []
    while True:
        typed = _typed(page, persona.answers, shown)
        result = pages.validate_page(service, page, typed, out.answers, today=today)
        out.answers |= result.answers
        if not result.revealed:
            break
        shown += result.revealed
    out.problems |= result.problems
    out.asked |= set(result.answers)


def _typed(page: Page, answers: Mapping[str, Any], shown: list[str]) -> Posted:
    always = [question.id for question in page.questions if question.when is None]
    posted = Posted({pages.SHOWN: [" ".join([*always, *shown])]})
    for question in page.questions:
        if question.id in answers:
            posted |= _inputs(question, answers[question.id])
    return posted


def _inputs(question: Question, said: Any) -> dict[str, list[str]]:
    """As a browser sends it."""
    name = question.id
    if isinstance(said, bool):
        return {name: ["yes" if said else "no"]}
    if isinstance(said, Mapping):
        return {f"{name}.{part}": [str(value)] for part, value in said.items()}
    if question.type == "date":
        parts = zip(("year", "month", "day"), str(said).split("-"), strict=True)
        return {f"{name}.{part}": [str(int(value))] for part, value in parts}
    return {name: [str(one) for one in said] if isinstance(said, list) else [str(said)]}


def papers(service: Service, filed: Filed) -> tuple[frozenset[str], frozenset[str]]:
    """What they must give, and what is looked up where they allow it."""
    needed = [state for state in papers_needed(service, filed.answers, {}) if state.needed]
    looked_up = frozenset(state.paper.id for state in needed if LOOKED_UP in state.modes)
    return frozenset(state.paper.id for state in needed) - looked_up, looked_up


def late(service: Service, filed: Filed, today: date) -> set[str]:
    """Dates they are late by."""
    told = deadlines.told(service, filed.answers, calendar(), filed_on=today)
    return {one.question for one in told if one.late}


def checks(service: Service, filed: Filed) -> set[str]:
    """What the officer must look at."""
    return {item.id for item in service.review if conditions.holds(service, item.when, filed.answers)}
