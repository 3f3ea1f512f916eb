"""Named reads of cases. Lists decrypt only the summary; a case's page decrypts what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from eok.accounts.models import Officer, Person
from eok.applications.models import ApplicationPaper
from eok.casework import lifecycle, record
from eok.casework.lifecycle import Transition
from eok.casework.models import Case, CaseEvent, Proposal, Supplement, SupplementPaper
from eok.core import clock, sealed
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.core.prepared import ID, NUMBER, Rows, Slot
from eok.papers.models import Upload


@dataclass(frozen=True)
class Happened:
    """One line of a case's history."""

    row: Transition
    at: datetime
    actor_kind: str
    actor: str
    details: dict[str, object]
    sequence: int


def of_person(person: Person) -> QuerySet[Case]:
    rows = Case.objects.filter(application__person=person).select_related("application", "officer")
    return rows.order_by("-filed_at")


def open_of_person(person: Person) -> QuerySet[Case]:
    return of_person(person).filter(state__in=[k for k, s in lifecycle.STATES.items() if s.open])


def worklist(departments: Iterable[str]) -> QuerySet[Case]:
    """Every open case of some departments, least time first; those without a due time after."""
    rows = Case.objects.filter(department__in=list(departments)).select_related("officer", "application")
    rows = rows.filter(state__in=[k for k, s in lifecycle.STATES.items() if s.open])
    return rows.order_by(F("due_at").asc(nulls_last=True), "accept_by", "pk")


def of_departments(departments: Iterable[str], *, state: str = "") -> QuerySet[Case]:
    """Every case, newest first; of one state if named."""
    rows = Case.objects.filter(department__in=list(departments)).select_related("officer", "application")
    return (rows.filter(state=state) if state else rows).order_by("-filed_at")


def conditions(officer: Officer) -> dict[str, Q]:
    """The saved filters of the worklist, by key."""
    now = clock.now()
    tonight = clock.seoul_now().replace(hour=23, minute=59, second=59)
    in_period = Q(state__in=lifecycle.IN_PERIOD)
    before = Q(state="filed") | in_period
    return {
        "mine": before & (Q(officer=officer) | Q(officer__isnull=True)),
        "today": in_period & Q(due_at__lte=tonight),
        "supplied": Q(
            state="accepted", pk__in=Supplement.objects.filter(answered_at__isnull=False).values("case")
        ),
        "unassigned": in_period & Q(officer__isnull=True),
        "late": in_period & Q(due_at__lt=now),
        "after": ~before,
        "team": Q(),
    }


def narrowed(rows: QuerySet[Case], key: str, officer: Officer) -> QuerySet[Case]:
    """A worklist under one of the saved filters; an unknown key means the first."""
    known = conditions(officer)
    return rows.filter(known.get(key, known["mine"]))


def find(words: str, departments: Iterable[str]) -> QuerySet[Case]:
    """By number, name, phone or 사업자등록번호, exactly (the values are encrypted)."""
    words = words.strip()
    digits = "".join(c for c in words if c.isdigit())
    match = Q(case_no=words) | Q(application__application_no=words) | Q(name_digest=_digest("name", words))
    if digits:
        match |= Q(phone_digest=_digest("phone", digits)) | Q(business_digest=_digest("business-no", digits))
    return Case.objects.filter(match, department__in=list(departments)).select_related(
        "officer", "application"
    )


def summary(case: Case) -> dict[str, str]:
    """What a list shows: name and trade name, in clear; the page masks."""
    value: dict[str, str] = sealed.unseal(case.wrapped_key, case.summary, context=f"case:{case.pk}:summary")
    return value


def history(case: Case) -> list[Happened]:
    """All events, oldest first, decrypted."""
    rows = CaseEvent.objects.filter(case=case).order_by("sequence")
    return [_happened(row, bytes(case.wrapped_key)) for row in rows]


_EVENT = Rows(lambda: CaseEvent.objects.filter(case_id=Slot("case", ID), sequence=Slot("sequence", NUMBER)))


def event_at(case: Case, sequence: int) -> Happened:
    """Raises CaseEvent.DoesNotExist."""
    row = _EVENT.first(case=case.pk, sequence=sequence)
    if row is None:
        raise CaseEvent.DoesNotExist
    return _happened(row, bytes(case.wrapped_key))


def last_event(case: Case, verb: str) -> Happened | None:
    row = CaseEvent.objects.filter(case=case, verb=verb).order_by("-sequence").first()
    return _happened(row, bytes(case.wrapped_key)) if row else None


def supplements_of(case: Case) -> QuerySet[Supplement]:
    return Supplement.objects.filter(case=case).order_by("number")


def waiting_for_decision(drafts: QuerySet[Proposal]) -> QuerySet[Case]:
    """The cases of some drafts, least time first."""
    rows = Case.objects.filter(pk__in=drafts.values("case")).select_related("officer", "application")
    return rows.order_by(F("due_at").asc(nulls_last=True), "pk")


def upload_of(case: Case, upload_id: Key) -> Upload | None:
    """A file of this case's filing or supplements; None for any other file."""
    filed = ApplicationPaper.objects.filter(application_id=case.application_id, upload_id=upload_id)
    later = SupplementPaper.objects.filter(supplement__case=case, upload_id=upload_id)
    if not filed.exists() and not later.exists():
        return None
    return Upload.objects.get(pk=upload_id)


def _happened(row: CaseEvent, key: bytes) -> Happened:
    transition = lifecycle.transition(row.from_state or None, row.verb)
    return Happened(transition, row.at, row.actor_kind, row.actor, record.details(row, key), row.sequence)


def _digest(purpose: str, value: str) -> str:
    return keyring().digest(purpose, value)
