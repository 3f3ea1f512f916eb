"""Two devices wrote the same page: both values are shown, one is picked, nothing is lost meanwhile.

What was typed here is drawn into the page and not saved; what the other device saved stands until this page is sent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from eok.catalogue.schema import Page, Question
from eok.forms import answers as reading
from eok.forms import display
from eok.forms.typed import is_typed

KEEP = "keep-"
"""Begins the name of a choice; its value is mine or THEIRS."""
THEIRS = "theirs"


@dataclass(frozen=True)
class Differing:
    """One question both devices answered."""

    name: str
    label: str
    mine: str
    theirs: str


def differing(page: Page, mine: Mapping[str, Any], saved: Mapping[str, Any]) -> list[Differing]:
    """mine: what was typed here and is not saved.  saved: what the other device left in the draft."""
    unlike = (q for q in page.questions if q.id in mine and mine[q.id] != saved.get(q.id))
    return [
        Differing(KEEP + q.id, q.label.ko, _words(q, mine[q.id]), _words(q, saved.get(q.id))) for q in unlike
    ]


def chosen(page: Page, sent: QueryDict, saved: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the other device's answers in place of those it was told to keep."""
    kept = [q for q in page.questions if sent.get(KEEP + q.id) == THEIRS]
    if not kept:
        return sent
    laid = sent.copy()
    for question in kept:
        for name in [n for n in laid if n == question.id or n.startswith(f"{question.id}.")]:
            del laid[name]
        for name, values in reading.posted(question, saved.get(question.id)).items():
            laid.setlist(name, values)
    return laid


def _words(question: Question, stored: Any) -> str:
    """Also of what was typed and is no answer yet."""
    if is_typed(stored):
        return " ".join(_flat(reading.posted(question, stored)))
    return display.words(question, stored) or display.NOT_GIVEN


def _flat(typed: Mapping[str, list[str]]) -> Iterator[str]:
    for values in typed.values():
        yield from values
