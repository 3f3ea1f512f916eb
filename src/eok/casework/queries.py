"""Named reads of cases. Lists decrypt only the summary; a case's page decrypts what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from eok.accounts.models import Person
from eok.applications.models import ApplicationPaper
from eok.casework import event_details, lifecycle
from eok.casework.lifecycle import Transition
from eok.casework.models import Case, CaseEvent, Supplement, SupplementPaper
from eok.core import sealed
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


def of_departments(departments: Iterable[str], *, state: str = "") -> QuerySet[Case]:
    """Every case, newest first; of one state if named."""
    rows = Case.objects.filter(department__in=list(departments)).select_related("officer", "application")
    return (rows.filter(state=state) if state else rows).order_by("-filed_at")


def book(departments: Iterable[str], year: int) -> QuerySet[Case]:
    """민원 처리부 of a year, in the order of acceptance (민원처리법 시행령 §6②)."""
    rows = Case.objects.filter(department__in=list(departments), case_no__startswith=f"{year:04d}-")
    return rows.select_related("officer", "application").order_by("case_no")


def find(words: str, departments: Iterable[str]) -> QuerySet[Case]:
    """By number, name, phone or 사업자등록번호, exactly (the values are encrypted)."""
    words = words.strip()
    digits = "".join(c for c in words if c.isdigit())
    match = (
        Q(case_no=words) | Q(application__application_no=words) | Q(name_digest__in=_digests("name", words))
    )
    if digits:
        match |= Q(phone_digest__in=_digests("phone", digits))
        match |= Q(business_digest__in=_digests("business-no", digits))
    return Case.objects.filter(match, department__in=list(departments)).select_related(
        "officer", "application"
    )


def summary(case: Case) -> dict[str, str]:
    """What a list shows: name and trade name, in clear; the page masks. Nothing of a case that was ended."""
    if not case.wrapped_key:
        return {}
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


def by_urgency(cases: Iterable[UUID]) -> QuerySet[Case]:
    """These cases, least time first."""
    rows = Case.objects.filter(pk__in=list(cases)).select_related("officer", "application")
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
    return Happened(transition, row.at, row.actor_kind, row.actor, event_details.read(row, key), row.sequence)


def _digests(purpose: str, value: str) -> tuple[str, ...]:
    return keyring().digests(purpose, value)
