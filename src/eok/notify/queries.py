"""Reads of messages."""

from dataclasses import dataclass
from datetime import datetime

from eok.accounts.models import Person
from eok.casework.models import Case
from eok.core import sealed
from eok.notify.models import STATES, Message


@dataclass(frozen=True)
class Told:
    title: str
    text: str
    at: datetime
    state: str
    """Korean label."""


def of_case(case: Case) -> list[Told]:
    return [_told(m) for m in Message.objects.filter(case=case).order_by("created_at")]


def of_person(person: Person, limit: int = 50) -> list[Told]:
    return [_told(m) for m in Message.objects.filter(person=person).order_by("-created_at")[:limit]]


def _told(message: Message) -> Told:
    content = sealed.unseal(message.wrapped_key, message.content, context=f"message:{message.key}")
    return Told(content["title"], content["text"], message.created_at, STATES[message.state])
