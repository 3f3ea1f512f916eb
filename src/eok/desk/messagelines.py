"""Messages to be sent by hand as the desk lists them: which case, whose (masked), what it tells, since when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from eok.casework import queries as casework
from eok.catalogue import queries as catalogue
from eok.core import pii
from eok.krds import filters
from eok.notify import texts
from eok.notify.models import Message


@dataclass(frozen=True)
class MessageLine:
    url: str
    number: str
    affair: str
    person: str
    """Masked."""
    tells: str
    """Title of the notice."""
    since: str


def lines(messages: Iterable[Message]) -> list[MessageLine]:
    return [line(message) for message in messages]


def line(message: Message) -> MessageLine:
    case = message.case
    names = {s.id: s.name.ko for s in catalogue.all_services()}
    return MessageLine(
        reverse("desk:message", args=[message.pk]),
        case.case_no or case.application.application_no,
        names.get(case.service_id, case.service_id),
        pii.mask_name(casework.summary(case).get("name", "")),
        texts.notice(message.notice).title,
        filters.short_datetime(message.created_at),
    )
