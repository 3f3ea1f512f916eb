"""An answer to a demand of supplement under way: what was asked, what was given so far, what is wrong with it.

Answers go through the same engine as the form. A mended answer may call for questions and papers that were not
needed before; they are asked here too, because a part alone keeps the clock standing (민원처리법 §22①).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from eok.accounts.models import Person
from eok.applications import drafts
from eok.casework import grants, supplements
from eok.casework.models import Case, Supplement
from eok.casework.supplements import Wanted
from eok.catalogue.schema import Service
from eok.core.errors import InvalidError
from eok.forms import answers as reading
from eok.forms import evaluate, free_text
from eok.forms.kinds.base import Around
from eok.papers import fonts
from eok.papers.models import Upload
from eok.portal import address_search, filling
from eok.portal.supply_files import take_files

NOTE, LONGEST_NOTE = "note", 500
"""The words to the officer: their input, which is also their key among the problems; in characters."""
MORE = "고친 답 때문에 이것도 필요해졌어요."
SHOWN = "shown"
"""Hidden input: keys of what stood on the page that was sent, by blanks."""


@dataclass(frozen=True)
class Supplying:
    """One demand and what the person gives in answer."""

    case: Case
    service: Service
    supplement: Supplement
    wanted: tuple[Wanted, ...]
    """What the officer asked for, then what the mended answers call for."""
    person: Person
    filed: Mapping[str, Any]
    """Answers as filed and mended before."""
    answers: Mapping[str, Any]
    """With what is given now laid over; also what is no answer yet."""
    changed: Mapping[str, Any] = field(default_factory=dict)
    """Answers given now."""
    files: Mapping[str, tuple[Upload, ...]] = field(default_factory=dict)
    """Files given now, by paper id."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """Key of what was wanted, or NOTE → sentence."""
    opened: bool = False
    """More became necessary than stood on the page that was sent."""
    note: str = ""
    status: int = 200


def key_of(wanted: Wanted) -> str:
    """`question:prepaid`, `paper:safety-certificate`."""
    return f"{wanted.kind}:{wanted.id}"


def asked_of(case: Case, person: Person) -> Supplying | None:
    """The open demand of a case; None when there is none."""
    row = supplements.waiting(case.pk)
    if row is None or case.state != "supplement":
        return None
    wanted = tuple(supplements.wanted(row, bytes(case.wrapped_key)))
    filed = grants.answers_of(case)
    return Supplying(case, grants.service_of(case), row, wanted, person, filed, filed)


def take_in(asked: Supplying, request: HttpRequest, *, sending: bool) -> Supplying:
    """What was sent, understood. Files that are right are kept; nothing is filed yet."""
    before = (*asked.wanted, *_opened_before(asked, request.POST))
    press = address_search.pressed(request.POST, asked.service.form.questions())
    given, problems = _read(replace(asked, wanted=before), address_search.typed(request.POST, press))
    wanted = _wanted_now(asked, {**asked.filed, **given})
    files = take_files([w.id for w in wanted if w.kind == "paper"], request, asked.person)
    problems |= {f"paper:{paper_id}": text for paper_id, text in files.problems.items()}
    if sending:
        problems = {**_lacking(before, files.kept), **problems}
    keys = {key_of(w) for w in wanted}
    problems = {key: text for key, text in problems.items() if key in keys}
    note, wrong = _note(request.POST.get(NOTE, ""))
    problems |= {NOTE: wrong} if wrong else {}
    return replace(
        asked,
        wanted=wanted,
        answers={**asked.filed, **given},
        changed={name: value for name, value in given.items() if f"question:{name}" in keys},
        files=files.kept,
        problems=problems,
        opened=bool(keys - {key_of(w) for w in before}),
        note=note,
        status=max(files.status, 422) if problems else 200,
    )


def _note(typed: str) -> tuple[str, str]:
    """The words to the officer as they are kept, or as they were typed and what is wrong with them."""
    try:
        return free_text.words(typed, NOTE, LONGEST_NOTE), ""
    except InvalidError as error:
        return typed, error.message


def _read(asked: Supplying, posted: QueryDict) -> tuple[dict[str, Any], dict[str, str]]:
    """Answers and problems of the questions that are mended."""
    wanted = {w.id for w in asked.wanted if w.kind == "question"}
    known, given, problems = dict(asked.answers), {}, {}
    printed = reading.on_certificate(asked.service)
    for question in asked.service.form.questions():
        if question.id in wanted:
            paper = fonts.unprintable if question.id in printed else None
            answer = reading.read(question, posted, Around(filling.today(), known), unprintable=paper)
            known[question.id] = given[question.id] = answer.stored
            if answer.problem:
                problems[f"question:{question.id}"] = answer.problem
    return given, problems


def _opened_before(asked: Supplying, posted: QueryDict) -> Iterator[Wanted]:
    """What stood on the page that was sent beyond the demand; never an answer that was filed already."""
    shown = set(posted.get(SHOWN, "").split()) - {key_of(w) for w in asked.wanted}
    return (w for w in _never_given(asked) if key_of(w) in shown)


def _wanted_now(asked: Supplying, answers: Mapping[str, Any]) -> tuple[Wanted, ...]:
    """The demand, and what these answers call for that nobody has given yet."""
    called = {
        f"question:{q.id}" for q in evaluate.asked(asked.service, answers) if q.required and not q.value
    }
    states = evaluate.papers_needed(asked.service, answers)
    called |= {
        f"paper:{s.paper.id}" for s in states if s.needed and not s.paper.optional and "upload" in s.modes
    }
    called -= {key_of(w) for w in asked.wanted}
    return (*asked.wanted, *(w for w in _never_given(asked) if key_of(w) in called))


def _never_given(asked: Supplying) -> Iterator[Wanted]:
    """Questions without an answer and papers that were no part of the filing."""
    for question in asked.service.form.questions():
        if asked.filed.get(question.id) is None:
            yield Wanted("question", question.id, question.label.ko, MORE)
    modes = drafts.read_filed(asked.case.application).modes
    for paper in asked.service.papers:
        if paper.id not in modes:
            yield Wanted("paper", paper.id, paper.name.ko, MORE)


def _lacking(shown: Iterable[Wanted], files: Mapping[str, tuple[Upload, ...]]) -> dict[str, str]:
    """Papers that stood on the page and got no file."""
    papers = (w for w in shown if w.kind == "paper" and not files.get(w.id))
    return {key_of(w): f"{w.label}: 파일을 올려 주세요." for w in papers}
