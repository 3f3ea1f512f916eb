"""What the look-ups of a case found, which of them an officer must do by hand, and what is still open at the desk."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from eok.accounts.models import Officer
from eok.applications import looked
from eok.applications.look_up_states import OPEN
from eok.applications.looked import Looked, Once
from eok.applications.models import RecordLookUp
from eok.casework import grants
from eok.casework.models import Case, Review
from eok.catalogue.schema import Paper, Service
from eok.core import sealed
from eok.linkage import registry
from eok.linkage.adapters import manual
from eok.rules.record_verdict import Verdict

LOOKED_UP = "look-up:"
"""Review rows of look-ups are named `look-up:<kind>`."""
NOBODY = "system:by-hand"
"""Who stands in the row while the port only told an officer to look."""
IN_WORK = ("accepted", "supplement", "proposed")
"""While a case stands so, what was looked up still counts for the decision."""


@dataclass(frozen=True)
class LookedUp:
    """The latest look-up of one kind of record."""

    result: str
    """Key of reviews.RESULTS."""
    by: str
    at: datetime
    note: str


@dataclass(frozen=True)
class Waiting:
    """One look-up an officer has to see to."""

    case: Case
    service: Service
    paper: Paper
    known: Looked


def latest(case: Case, kind: str) -> LookedUp | None:
    item = f"{LOOKED_UP}{kind}"
    row = Review.objects.filter(case=case, item=item).order_by("-pk").first()
    if row is None:
        return None
    note = sealed.unseal(bytes(case.wrapped_key), row.note, context=f"case:{case.pk}:review:{item}")
    return LookedUp(row.result, row.by, row.at, note)


def of_case(case: Case) -> dict[str, Looked]:
    """By paper id, held against the answers in force."""
    return looked.of_filing(case.application.draft_id, grants.service_of(case), grants.answers_of(case))


def waiting(departments: Collection[str], officer: Officer | None = None) -> list[Waiting]:
    """What lies open in cases at work: to be looked up by hand, an outage, a refusal, two answers that differ.

    officer: theirs alone. The case that came first is the first.
    """
    rows = _with_open(departments)
    if officer is not None:
        rows = rows.filter(officer=officer)
    cases = rows.select_related("application__version", "officer").order_by("filed_at", "pk")
    return [one for case in cases for one in _open_of(case)]


def count_waiting(departments: Collection[str]) -> int:
    """How many cases have one."""
    return _with_open(departments).count()


def _with_open(departments: Collection[str]) -> QuerySet[Case]:
    left = RecordLookUp.objects.filter(Q(state__in=OPEN) | Q(disputed=True)).values("draft_id")
    rows = Case.objects.filter(department__in=departments, state__in=IN_WORK)
    return rows.filter(application__draft_id__in=left)


def words(once: Once) -> str:
    """What one look-up found, for the officer; empty where nobody answered."""
    row = once.row
    if row.state == "noted":
        return once.content.note
    if row.state == "absent":
        return f"{row.source}에 그런 기록이 없어요. 조회번호 {row.reference_no}"
    if row.state != "found":
        return WITHOUT_ANSWER[row.state]
    facts = " · ".join(f"{label} {value}" for label, value in once.content.facts.items())
    note = f"{row.source}: {facts} (조회번호 {row.reference_no})"
    if once.verdict is Verdict.STALE:
        return f"조회한 뒤에 번호가 바뀌었어요. 다시 조회해 주세요. 그때 본 것: {note}"
    return f"적은 것과 다른 것: {', '.join(once.apart)}. {note}" if once.apart else note


WITHOUT_ANSWER = {
    "asked": "물었고 아직 답이 없어요.",
    "by_hand": manual.LOOK_UP,
    "outage": "조회하는 시스템이 답하지 않았어요. 저절로 다시 물어요. 기다리지 않으려면 직접 조회하고 적어 주세요.",
    "refused": "조회하는 시스템이 이 조회를 받아 주지 않았어요. 직접 조회하고 적어 주세요.",
    "given_up": "담당자가 직접 보아서 더 묻지 않아요.",
}


def by_hand(found: LookedUp | None) -> bool:
    """No system is connected, or the one that is has left this look-up to an officer."""
    return unconnected() or (found is not None and found.by == NOBODY)


def unconnected() -> bool:
    return issubclass(registry.adapter_class("shared_records"), manual.SharedRecords)


def _open_of(case: Case) -> Iterator[Waiting]:
    known, service = of_case(case), grants.service_of(case)
    for paper in service.papers:
        one = known.get(paper.id)
        if one is not None and (one.contradicted or one.last.row.state in OPEN):
            yield Waiting(case, service, paper, one)
