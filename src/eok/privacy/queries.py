"""Reads of demands: a person's own, what the desk has to answer, what is late."""

from datetime import date

from django.db.models import QuerySet

from eok.accounts.models import Person
from eok.core.keyed import Key
from eok.privacy.errors import RequestNotFoundError
from eok.privacy.kinds import OPEN
from eok.privacy.models import DisclosureEvent, DisclosureRequest


def of_person(person: Person) -> QuerySet[DisclosureRequest]:
    """Newest first."""
    return DisclosureRequest.objects.filter(person=person).order_by("-received_at")


def own(person: Person, request_id: Key) -> DisclosureRequest:
    """Raises RequestNotFoundError, also for another person's."""
    row = DisclosureRequest.objects.select_related("document").filter(pk=request_id, person=person).first()
    if row is None:
        raise RequestNotFoundError
    return row


def get(request_id: Key) -> DisclosureRequest:
    """For the desk. Raises RequestNotFoundError."""
    row = DisclosureRequest.objects.select_related("person", "document").filter(pk=request_id).first()
    if row is None:
        raise RequestNotFoundError
    return row


def waiting() -> QuerySet[DisclosureRequest]:
    """Least time first."""
    return DisclosureRequest.objects.filter(state__in=OPEN).select_related("person").order_by("due_on", "pk")


def ended(most: int) -> QuerySet[DisclosureRequest]:
    """Newest first."""
    rows = DisclosureRequest.objects.exclude(state__in=OPEN).select_related("person")
    return rows.order_by("-answered_at")[:most]


def is_late(row: DisclosureRequest, today: date) -> bool:
    return row.state in OPEN and row.due_on < today


def unfetched(person: Person) -> QuerySet[DisclosureRequest]:
    """Answered, and the person has not saved the document yet."""
    rows = of_person(person).exclude(state__in=OPEN)
    return rows.exclude(pk__in=_fetched())


def _fetched() -> QuerySet[DisclosureEvent, object]:
    return DisclosureEvent.objects.filter(verb="fetched").values("request_id")
