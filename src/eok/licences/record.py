"""Every change of an entry goes through here: one event on its chain, and the entry it makes (`ledger.py`).

The caller holds the transaction. The chain hashes ciphertext (see eok.trail.chain), so that it still verifies
after the entry's key was destroyed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from eok.core import clock, events, sealed
from eok.core.keys import keyring
from eok.licences import details as spelled
from eok.licences import ledger, lifecycle
from eok.licences.details import Details
from eok.licences.events import LicenceWritten
from eok.licences.ledger import Happened, Line, SanctionLine
from eok.licences.models import Licence, LicenceEvent, Sanction
from eok.rules.matching import building_of
from eok.trail import chain


@dataclass(frozen=True)
class Who:
    """Who writes, and on what."""

    kind: str
    """officer, case or import"""
    id: str
    origin: str
    """`case:<id>`, `act:<token>` or `import:<digest>`."""
    law: str = ""


def append(licence: Licence, verb: str, details: Details, *, on: date, by: Who) -> LicenceEvent:
    """Do a verb to a locked entry. Raises LicenceStateError when it is not open in its state."""
    row = lifecycle.require(licence.state, verb, licence.licence_no)
    before = line_of(licence)
    event, after = prepare(licence, before, verb, details, on=on, by=by)
    event.save(force_insert=True)
    write(licence, after)
    licence.save(update_fields=_MOVING)
    events.publish(LicenceWritten(str(licence.pk), event.sequence, verb, row.papers.value))
    return event


def prepare(
    licence: Licence, before: Line, verb: str, details: Details, *, on: date, by: Who
) -> tuple[LicenceEvent, Line]:
    """The next event, chained to the last, and the entry it makes; nothing is saved."""
    after = ledger.apply(before, Happened(licence.sequence + 1, verb, on, details))
    event = LicenceEvent(
        licence=licence,
        sequence=licence.sequence + 1,
        verb=verb,
        from_state=before.state,
        to_state=after.state,
        on=on,
        at=clock.now(),
        origin=by.origin,
        actor_kind=by.kind,
        actor=by.id,
        law=by.law,
        previous=bytes(licence.head or b"") or chain.START,
    )
    spelled.seal(event, details, bytes(licence.wrapped_key))
    event.digest = chain.digest(str(licence.pk), event.sequence, content(event), bytes(event.previous or b""))
    licence.head = event.digest
    return event, after


def content(event: LicenceEvent) -> bytes:
    """Canonical bytes the chain hashes: the public fields and the digest of the ciphertext."""
    public = {
        "version": event.version,
        "verb": event.verb,
        "from": event.from_state,
        "to": event.to_state,
        "on": event.on.isoformat(),
        "at": event.at.astimezone(UTC).isoformat() if event.at else "",
        "origin": event.origin,
        "by": [event.actor_kind, event.actor],
        "law": event.law,
        "details": hashlib.sha256(bytes(event.details)).hexdigest(),
    }
    return json.dumps(public, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def describe(licence: Licence, line: Line) -> None:
    """Put the entry into its row (not saved yet)."""
    licence.state, licence.ended_on = line.state, line.ended_on
    licence.opened_on = line.opened_on or licence.opened_on
    licence.papers_from, licence.sequence = line.papers_from, line.sequence
    licence.content = sealed.seal(licence.wrapped_key, dict(line.content), context=content_context(licence))
    find_by(licence, line.content)


def find_by(licence: Licence, content: Mapping[str, str]) -> None:
    """Put what it is found by into its row (not saved yet)."""
    for field, digest in digests(content).items():
        setattr(licence, field, digest)


def digests(content: Mapping[str, str]) -> dict[str, str]:
    """What an entry is found by, by the field it stands in."""
    values = _looked_up(content).items()
    return {field: keyring().digest(purpose, value) if value else "" for field, (purpose, value) in values}


def is_found_by(licence: Licence, content: Mapping[str, str]) -> bool:
    """Whether the row's digests are of this content; while the look-up key changes, an older one's are right too."""
    return all(
        getattr(licence, field) in (keyring().digests(purpose, value) if value else ("",))
        for field, (purpose, value) in _looked_up(content).items()
    )


def _looked_up(content: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Field: purpose and value of holder, 상호, kind of business, 사업자등록번호."""
    return {
        "holder_digest": ("licence-holder", content.get("holder", "")),
        "name_digest": ("licence-name", content.get("name", "")),
        "kind_digest": ("licence-kind", content.get("kind", "")),
        "business_digest": ("business-no", _digits(content.get("business_no", ""))),
        "premises_digest": ("licence-premises", building_of(content.get("premises", ""))),
    }


def write(licence: Licence, line: Line) -> None:
    """The row (not saved yet) and its sanctions (saved)."""
    describe(licence, line)
    for one in line.sanctions:
        Sanction.objects.update_or_create(licence=licence, sequence=one.sequence, defaults=_columns(one))


def line_of(licence: Licence) -> Line:
    """The entry as its row says it."""
    rows = Sanction.objects.filter(licence=licence).order_by("sequence")
    return Line(
        licence.state,
        licence.opened_on,
        licence.ended_on,
        read_content(licence),
        licence.papers_from,
        licence.sequence,
        tuple(SanctionLine(s.sequence, s.kind, s.from_on, s.to_on, s.won, s.lifted_on) for s in rows),
    )


def read_content(licence: Licence) -> dict[str, str]:
    """Column and value, decrypted."""
    value = sealed.unseal(licence.wrapped_key, licence.content, context=content_context(licence))
    return {str(k): str(v) for k, v in value.items()}


def content_context(licence: Licence) -> str:
    return f"licence:{licence.pk}:content"


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _columns(one: SanctionLine) -> dict[str, Any]:
    return {
        "kind": one.kind, "from_on": one.from_on, "to_on": one.to_on, "won": one.won, "lifted_on": one.lifted_on,
    }  # fmt: skip


_MOVING = [
    "state", "ended_on", "opened_on", "papers_from", "sequence", "content", "holder_digest", "name_digest",
    "kind_digest", "business_digest", "premises_digest", "head",
]  # fmt: skip
