"""Reads of messages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Count, QuerySet

from eok.accounts.models import Person
from eok.casework.models import Case
from eok.core import sealed
from eok.core.keyed import Key
from eok.core.prepared import TEXT, Rows, numbered, slots
from eok.notify.channels.base import Outgoing
from eok.notify.models import STATES, Message


@dataclass(frozen=True)
class Told:
    title: str
    text: str
    at: datetime
    state: str
    """Korean label."""
    by_hand: UUID | None
    """The message, while an officer must send it."""


def of_case(case: Case) -> list[Told]:
    return [_told(m) for m in Message.objects.filter(case=case).order_by("created_at")]


def of_person(person: Person, limit: int = 50) -> list[Told]:
    """Newest first; without those of cases that were ended."""
    rows = Message.objects.filter(person=person).exclude(wrapped_key=b"")
    return [_told(m) for m in rows.order_by("-created_at")[:limit]]


def by_hand(departments: Iterable[str]) -> QuerySet[Message]:
    """What officers of some departments must send themselves, the longest waiting first."""
    rows = Message.objects.filter(state="by_hand", case__department__in=list(departments))
    return rows.select_related("case__application").order_by("created_at", "pk")


def count_by_hand(departments: Sequence[str]) -> int:
    """How many `by_hand` holds."""
    if not departments:
        return 0
    counted = _count_by_hand(len(departments)).all(**numbered("department", departments))
    return sum(count for _, count in counted)


@cache
def _count_by_hand(departments: int) -> Rows[tuple[str, int]]:
    wanted = slots("department", departments, TEXT)
    return Rows(
        lambda: (
            Message.objects.filter(state="by_hand", case__department__in=wanted)
            .values("case__department")
            .annotate(count=Count("pk"))
            .values_list("case__department", "count")
        )
    )


def for_hands(message_id: Key) -> Message | None:
    """A message that an officer sends or sent; None for any other."""
    rows = Message.objects.filter(pk=message_id, state__in=("by_hand", "sent_by_hand"))
    return rows.select_related("case__application", "sent_by").first()


def outgoing(message: Message) -> Outgoing:
    """Whom it goes to and what it says, in clear."""
    content = sealed.unseal(message.wrapped_key, message.content, context=f"message:{message.key}")
    return Outgoing(message.key, content["to"], content["title"], content["text"])


def _told(message: Message) -> Told:
    said = outgoing(message)
    waits = message.pk if message.state == "by_hand" else None
    return Told(said.title, said.text, message.created_at, STATES[message.state], waits)
