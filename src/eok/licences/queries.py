"""Reads of the register."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from eok.core import clock
from eok.core.keyed import Key
from eok.core.keys import keyring
from eok.licences import details as spelled
from eok.licences import lifecycle, record, states
from eok.licences.details import Details
from eok.licences.models import Licence, LicenceEvent, Sanction
from eok.licences.sanctions import SanctionKind
from eok.licences.states import LicenceState
from eok.rules.matching import building_of

PAPER_STATES = {lifecycle.Papers.VOID: "void", lifecycle.Papers.REPLACED: "replaced"}
"""What a paper of before is called (`certificates.models.STATES`)."""


@dataclass(frozen=True)
class HistoryLine:
    sequence: int
    verb: str
    label: str
    on: str
    at: datetime | None
    actor_kind: str
    actor: str
    origin: str
    law: str
    details: Details


def find(register: str, licence_no: str) -> Licence | None:
    return Licence.objects.filter(register=register, licence_no=licence_no.strip()).first()


def get(licence_id: Key) -> Licence | None:
    return Licence.objects.filter(pk=licence_id).first()


def search(words: str, registers: Collection[str] | None = None) -> QuerySet[Licence]:
    """By exact number, holder's name, 상호 or 사업자등록번호 (the values are encrypted); all when empty."""
    rows = Licence.objects.order_by("-opened_on", "-licence_no")
    if registers is not None:
        rows = rows.filter(register__in=registers)
    if not words:
        return rows
    digits = "".join(c for c in words if c.isdigit())
    match = (
        Q(licence_no=words)
        | Q(holder_digest__in=keyring().digests("licence-holder", words))
        | Q(name_digest__in=keyring().digests("licence-name", words))
    )
    if digits:
        match |= Q(business_digest__in=keyring().digests("business-no", digits))
    return rows.filter(match)


def of_kind(rows: QuerySet[Licence], kind: str) -> QuerySet[Licence]:
    return rows.filter(kind_digest__in=keyring().digests("licence-kind", kind))


def under_sanction(rows: QuerySet[Licence], on: date) -> QuerySet[Licence]:
    """Those whose business is ordered to stop on a day."""
    return rows.filter(pk__in=_suspensions(on).values("licence"))


def of_business(register: str, business_no: str) -> list[Licence]:
    """Entries of a business that still stand (already registered?)."""
    digits = "".join(c for c in business_no if c.isdigit())
    found = keyring().digests("business-no", digits)
    return list(Licence.objects.filter(register=register, business_digest__in=found, ended_on__isnull=True))


def at_place(register: str, address: str) -> list[Licence]:
    """Entries of a register in the building of a road address, ended ones too, the newest first."""
    building = building_of(address)
    if not building:
        return []
    found = keyring().digests("licence-premises", building)
    rows = Licence.objects.filter(register=register, premises_digest__in=found)
    return list(rows.order_by("-opened_on", "-licence_no"))


def of_origin(origin: str) -> Licence | None:
    """The entry a case wrote into: `case:<id>`."""
    event = LicenceEvent.objects.filter(origin=origin).select_related("licence").first()
    return event.licence if event else None


def paper_state(licence: Licence, origin: str) -> str:
    """What a paper made of a case is from its first moment: an entry may have moved on while it was made."""
    event = LicenceEvent.objects.filter(licence=licence, origin=origin).order_by("sequence").first()
    if event is None or licence.papers_from <= event.sequence:
        return "valid"
    ended = LicenceEvent.objects.filter(licence=licence, sequence=licence.papers_from).first()
    return PAPER_STATES[lifecycle.verb(ended.verb).papers] if ended else "void"


def standing(licence: Licence, on: date | None = None) -> LicenceState:
    """The state on a day (today): a suspension of business holds on its days and ends by itself."""
    day = on or clock.seoul_now().date()
    if licence.state != "active":
        return licence.stands
    found = _suspensions(day).filter(licence=licence).order_by("-to_on").first()
    return states.ordered_to_stop(found.to_on) if found else licence.stands


def standings(licences: Collection[Licence], on: date) -> dict[Key, LicenceState]:
    """Of a list, in one query."""
    stopped = {one.licence_id: one.to_on for one in _suspensions(on).filter(licence__in=licences)}
    return {
        one.pk: states.ordered_to_stop(stopped[one.pk])
        if one.state == "active" and one.pk in stopped
        else one.stands
        for one in licences
    }


def sanctions(licence: Licence) -> list[Sanction]:
    return list(Sanction.objects.filter(licence=licence).order_by("-sequence"))


def content(licence: Licence) -> dict[str, str]:
    """Column and value, decrypted."""
    return record.read_content(licence)


def corrected_since(licence: Licence, moment: datetime) -> date | None:
    """Day of the last clerical correction after a moment (행정절차법 §25)."""
    rows = LicenceEvent.objects.filter(licence=licence, verb="corrected", at__gt=moment)
    last = rows.order_by("-sequence").first()
    return last.on if last else None


def history(licence: Licence) -> list[HistoryLine]:
    """All events, oldest first, decrypted."""
    rows = LicenceEvent.objects.filter(licence=licence).order_by("sequence")
    return [_line(row, bytes(licence.wrapped_key)) for row in rows]


def _line(row: LicenceEvent, key: bytes) -> HistoryLine:
    label = lifecycle.verb(row.verb).label
    said = spelled.read(row, key)
    return HistoryLine(
        row.sequence, row.verb, label, row.on.isoformat(), row.at, row.actor_kind, row.actor, row.origin,
        row.law, said,
    )  # fmt: skip


def _suspensions(on: date) -> QuerySet[Sanction]:
    """영업정지 that holds on a day: not before its first, not after its last, not lifted by then."""
    rows = Sanction.objects.filter(kind=SanctionKind.SUSPENSION, from_on__lte=on)
    return rows.filter(Q(to_on=None) | Q(to_on__gte=on)).filter(Q(lifted_on=None) | Q(lifted_on__gt=on))
