"""Who brings what: the people of tests/personas/food-*, each held against the papers of 식품위생법 시행규칙 §42–44 and §48."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from eok.applications.filing import unfinished_pages
from eok.catalogue import queries
from eok.catalogue.schema import Service
from eok.forms import conditions
from eok.forms.paper_states import papers_needed
from eok.forms.visible import filed_answers

FOLDER = Path(__file__).parents[1] / "personas"
PEOPLE = sorted(FOLDER.glob("food-*/*.yaml"))
COUNTS = ("floor_area", "vending_machines", "cold_vehicles")
TODAY = date(2026, 11, 23)


def told(path: Path) -> tuple[dict[str, Any], Service, dict[str, Any]]:
    """The person, the affair, the answers as the form keeps them."""
    person = yaml.safe_load(path.read_text(encoding="utf-8"))
    answers = {key: int(value) if key in COUNTS else value for key, value in person["answers"].items()}
    return person, queries.get(path.parent.name), answers


def page_of(service: Service, question: str) -> str:
    return next(p.id for p in service.form.pages if question in {q.id for q in p.questions})


def ids(service: Service, answers: Mapping[str, Any], *, looked_up: bool) -> set[str]:
    states = papers_needed(service, answers)
    return {s.paper.id for s in states if s.needed and (s.paper.look_up is not None) is looked_up}


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_form_asks_of_this_person_what_the_article_asks(path: Path) -> None:
    person, service, answers = told(path)
    unfinished = unfinished_pages(service, answers, today=TODAY)

    if "refused" in person:
        assert page_of(service, person["refused"]) in unfinished
        return
    assert unfinished == ()
    assert set(answers) <= filed_answers(service, answers).keys(), "an answer is not asked for"
    assert ids(service, answers, looked_up=False) == set(person["papers"])
    assert ids(service, answers, looked_up=True) == set(person["looked_up"])
    items = {item.id: item.when for item in service.review}
    for check in person.get("checks", ()):
        assert conditions.truth(service, items[check], filed_answers(service, answers)) is True, check
