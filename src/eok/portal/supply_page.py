"""Builds the page that answers a demand of supplement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eok.casework import clockwork
from eok.casework.supplements import Wanted
from eok.core import clock
from eok.forms import answers as reading
from eok.forms import sentences
from eok.forms.controls import control
from eok.krds.fields import AddressSearch, Field, FieldError, Kind, errors_of
from eok.offices import queries as offices
from eok.portal import address_search
from eok.portal.address_search import Searched
from eok.portal.file_lines import FileLine, file_line
from eok.portal.supplying import LONGEST_NOTE, NOTE, Supplying, key_of


@dataclass(frozen=True)
class Place:
    """One thing to mend: the sentence about it, then the question or the files."""

    key: str
    number: int
    label: str
    message: str
    field: Field | None
    """None for a paper."""
    paper_id: str
    files: tuple[FileLine, ...]
    error: str


def context(asked: Supplying, searched: Searched | None = None) -> dict[str, object]:
    """searched: what 주소 찾기 brought."""
    searches = address_search.drawn(asked.service.form.questions(), searched)
    places = [_place(asked, number, wanted, searches) for number, wanted in enumerate(asked.wanted, start=1)]
    note = Field(NOTE, NOTE, "담당자에게 할 말", Kind.TEXTAREA, asked.note, error=asked.problems.get(NOTE, ""),
                 required=False, rows=3, max_length=LONGEST_NOTE, autosave=False)  # fmt: skip
    return {
        "case": asked.case,
        "service": asked.service,
        "due_on": asked.supplement.due_on,
        "days_left": _days_left(asked.supplement.due_on),
        "department": offices.department(asked.case.department, on=clock.seoul_now().date()),
        "places": places,
        "shown": " ".join(place.key for place in places),
        "errors": [error for place in places for error in _errors(asked, place)] + errors_of([note]),
        "opened": asked.opened,
        "note": note,
        "if_today": clockwork.if_supplied(asked.case, clock.now()).due_at,
    }


def _place(asked: Supplying, number: int, wanted: Wanted, searches: Mapping[str, AddressSearch]) -> Place:
    key = key_of(wanted)
    error = asked.problems.get(key, "")
    lines = tuple(file_line(upload) for upload in asked.files.get(wanted.id, ()))
    paper_id = wanted.id if wanted.kind == "paper" else ""
    drawn = _field(asked, wanted, error, searches)
    return Place(key, number, wanted.label, wanted.message, drawn, paper_id, lines, error)


def _field(
    asked: Supplying, wanted: Wanted, error: str, searches: Mapping[str, AddressSearch]
) -> Field | None:
    if wanted.kind == "paper":
        return None
    question = next(q for q in asked.service.form.questions() if q.id == wanted.id)
    typed = reading.posted(question, asked.answers.get(question.id))
    return control(question, typed, error=error, search=searches.get(question.id))


def _errors(asked: Supplying, place: Place) -> list[FieldError]:
    """For the summary: a question's own words, or the paper with its sentence."""
    if not place.error:
        return []
    if place.field is None:
        return [FieldError(f"file-{place.paper_id}", place.error)]
    question = next(q for q in asked.service.form.questions() if q.id == place.field.name)
    return [FieldError(e.field_id, sentences.summary(question, e.message)) for e in errors_of([place.field])]


def _days_left(due_on: date) -> int:
    return (due_on - clock.seoul_now().date()).days
