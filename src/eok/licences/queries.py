"""Reads of the register."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from eok.core import sealed
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.licences.models import Licence, LicenceEvent
from eok.licences.states import STATES

VERBS = {"opened": "새로 올림", **{key: state.label for key, state in STATES.items()}}
"""What happened to an entry, in words."""


@dataclass(frozen=True)
class HistoryLine:
    verb: str
    label: str
    on: str


def find(register: str, licence_no: str) -> Licence | None:
    return Licence.objects.filter(register=register, licence_no=licence_no.strip()).first()


def get(licence_id: Key) -> Licence | None:
    return Licence.objects.filter(pk=licence_id).first()


def search(words: str) -> QuerySet[Licence]:
    """By exact number, holder's name or 사업자등록번호 (the values are encrypted); all when empty."""
    rows = Licence.objects.order_by("-opened_on", "-licence_no")
    if not words:
        return rows
    digits = "".join(c for c in words if c.isdigit())
    match = Q(licence_no=words) | Q(holder_digest=keyring().digest("licence-holder", words))
    if digits:
        match |= Q(business_digest=keyring().digest("business-no", digits))
    return rows.filter(match)


def of_business(register: str, business_no: str) -> list[Licence]:
    """Entries of a business that still stand (already registered?)."""
    digits = "".join(c for c in business_no if c.isdigit())
    digest = keyring().digest("business-no", digits)
    return list(Licence.objects.filter(register=register, business_digest=digest, ended_on__isnull=True))


def of_origin(origin: str) -> Licence | None:
    """The licence a case made: `case:<id>`."""
    return Licence.objects.filter(origin=origin).first()


def content(licence: Licence) -> dict[str, str]:
    """Captions and values, decrypted."""
    value = sealed.unseal(licence.wrapped_key, licence.content, context=f"licence:{licence.pk}:content")
    return {str(k): str(v) for k, v in value.items()}


def history(licence: Licence) -> list[HistoryLine]:
    rows = LicenceEvent.objects.filter(licence=licence).order_by("sequence")
    return [HistoryLine(row.verb, VERBS.get(row.verb, row.verb), row.on.isoformat()) for row in rows]
