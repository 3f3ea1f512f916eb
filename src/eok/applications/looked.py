"""What the look-ups of a filing came to: every answer that came, and what the last one says of the answers of today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db.models import Max

from eok.applications.look_up_states import ANSWERED, STATES
from eok.applications.models import RecordLookUp
from eok.catalogue.schema import LookUp, Service
from eok.core import sealed
from eok.core.keyed import Key
from eok.forms import display
from eok.rules import record_verdict
from eok.rules.record_verdict import Answer, Verdict


@dataclass(frozen=True)
class Content:
    """What a row says, decrypted."""

    subject: str = field(default="", repr=False)
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)
    agrees: str = ""
    note: str = ""


@dataclass(frozen=True)
class Once:
    """One look-up."""

    row: RecordLookUp
    content: Content
    verdict: Verdict | None
    """None while nobody answered."""
    apart: tuple[str, ...]
    """Labels of the record that do not say what was answered."""
    late: bool
    """Answered although a later look-up had been answered before."""

    @property
    def stale(self) -> bool:
        """It was looked up by a number that was changed since."""
        return self.verdict is Verdict.STALE

    @property
    def label(self) -> str:
        """For officers."""
        return STATES[self.row.state].label


@dataclass(frozen=True)
class Looked:
    """All look-ups of one paper, oldest first."""

    all: tuple[Once, ...]
    contradicted: bool
    """The last answer says something else than an earlier one, and no officer has said which holds."""

    @property
    def last(self) -> Once:
        """The answer that came last; before any came, the last question."""
        answered = [one for one in self.all if one.row.arrival]
        return max(answered, key=lambda one: one.row.arrival or 0) if answered else self.all[-1]


def of_filing(draft_id: Key, service: Service, answers: Mapping[str, Any]) -> dict[str, Looked]:
    """By paper id, against the answers given; papers nobody looked up are left out."""
    rows = (
        RecordLookUp.objects.filter(draft_id=draft_id)
        .select_related("consent")
        .order_by("paper_id", "number")
    )
    said = display.plain(service, answers)
    asked = {paper.id: paper.look_up for paper in service.papers if paper.look_up}
    found: dict[str, list[RecordLookUp]] = {}
    for row in rows:
        found.setdefault(row.paper_id, []).append(row)
    return {paper: _looked(known, asked[paper], said) for paper, known in found.items() if paper in asked}


def read(row: RecordLookUp) -> Content:
    """Empty when its key is gone (보존기간 끝남)."""
    if not row.wrapped_key:
        return Content()
    value = sealed.unseal(row.wrapped_key, row.content, context=_context(row))
    return Content(value["subject"], value["facts"], value["agrees"], value["note"])


def seal(row: RecordLookUp, content: Content) -> None:
    """Put it into the row (not saved yet)."""
    value = {
        "subject": content.subject,
        "facts": dict(content.facts),
        "agrees": content.agrees,
        "note": content.note,
    }
    row.content = sealed.seal(bytes(row.wrapped_key), value, context=_context(row))


def next_arrival(row: RecordLookUp) -> int:
    """The turn of an answer that is being written for the row's paper; in the caller's transaction."""
    rows = RecordLookUp.objects.filter(draft_id=row.draft_id, paper_id=row.paper_id)
    return (rows.aggregate(last=Max("arrival"))["last"] or 0) + 1


def _context(row: RecordLookUp) -> str:
    return f"look-up:{row.pk}"


def _looked(rows: Sequence[RecordLookUp], asked: LookUp, said: Mapping[str, str]) -> Looked:
    known = [(row, read(row)) for row in rows]
    subject = said.get(asked.subject, "")
    made = [_once(row, content, asked, said, rows) for row, content in known]
    answers = [_answer(row, content) for row, content in known if row.state in ANSWERED]
    judge = partial(record_verdict.verdict, subject=subject, matches=asked.matches, said=said)
    return Looked(tuple(made), record_verdict.contradicted(answers, judge))


def _once(
    row: RecordLookUp, content: Content, asked: LookUp, said: Mapping[str, str], rows: Iterable[RecordLookUp]
) -> Once:
    if row.state not in ANSWERED:
        return Once(row, content, None, (), late=False)
    judged = record_verdict.verdict(_answer(row, content), said.get(asked.subject, ""), asked.matches, said)
    differs = judged is Verdict.DIFFERS and not content.agrees
    found = record_verdict.apart(content.facts, asked.matches, said) if differs else ()
    apart = tuple(label for label in asked.shows if label in found)
    return Once(row, content, judged, apart, _late(row, rows))


def _answer(row: RecordLookUp, content: Content) -> Answer:
    assert row.arrival is not None  # answered rows have their turn
    return Answer(row.arrival, content.subject, row.state != "absent", content.facts, content.agrees)


def _late(row: RecordLookUp, rows: Iterable[RecordLookUp]) -> bool:
    return any(
        one.number > row.number and (one.arrival or 0) < (row.arrival or 0) for one in rows if one.arrival
    )
