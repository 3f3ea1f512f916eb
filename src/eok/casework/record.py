"""Every change of a case goes through here: one event on its chain, the new state, the new due time.

The caller holds the transaction. The chain hashes ciphertext (see eok.trail.chain), so that it still
verifies after the case's key was destroyed.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from eok.casework import clockwork, event_details, lifecycle
from eok.casework.actors import Actor
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.core.keyed import Key
from eok.core.prepared import ID, Rows, Slot, insert, update
from eok.trail import chain

Details = Mapping[str, Any]


_LOCKED = Rows(
    lambda: (
        Case.objects.select_for_update(of=("self", "application"))
        .select_related("application__version")
        .defer("application__version__content")
        .filter(pk=Slot("id", ID))
    )
)


def locked(case_id: Key) -> Case:
    """The case, held against other writers until the transaction ends."""
    case = _LOCKED.first(id=case_id)
    if case is None:
        raise Case.DoesNotExist
    return case


def append(
    case: Case,
    verb: str,
    *,
    by: Actor,
    details: Details | None = None,
    at: datetime | None = None,
    law: str = "",
) -> CaseEvent:
    """Do a verb: check the table, write the event, move the state, recompute the clock.

    case: locked (or new).  details: JSON-ready; encrypted under the case's key.  law: the article this time,
    where the table names several.
    Raises StateError when the verb is not open in the case's state.
    """
    row = lifecycle.transition(case.state or None, verb)
    event = CaseEvent(
        case=case,
        sequence=case.sequence + 1,
        verb=verb,
        from_state=case.state,
        to_state=row.to or case.state,
        clock=row.clock.value,
        at=at or clock.now(),
        actor_kind=by.kind,
        actor=by.id,
        law=law or row.law,
        previous=bytes(case.head) or chain.START,
    )
    event_details.seal(event, details or {}, bytes(case.wrapped_key))
    event.digest = chain.digest(str(case.pk), event.sequence, content(event), bytes(event.previous))
    case.state, case.sequence, case.head = event.to_state, event.sequence, event.digest
    _save(case, event, row)
    return event


def content(event: CaseEvent) -> bytes:
    """Canonical bytes the chain hashes: the public fields and the digest of the ciphertext."""
    public = {
        "version": event.version,
        "verb": event.verb,
        "from": event.from_state,
        "to": event.to_state,
        "clock": event.clock,
        "at": event.at.astimezone(UTC).isoformat(),
        "by": [event.actor_kind, event.actor],
        "law": event.law,
        "details": hashlib.sha256(bytes(event.details)).hexdigest(),
    }
    return json.dumps(public, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def links(case: Case) -> Iterator[chain.Link]:
    """The chain of a case, for checking."""
    for event in CaseEvent.objects.filter(case=case).order_by("sequence"):
        yield chain.Link(event.sequence, content(event), bytes(event.previous), bytes(event.digest))


def _save(case: Case, event: CaseEvent, row: lifecycle.Transition) -> None:
    new = event.sequence == 1
    if new:
        insert(case)
    insert(event)
    if row.clock is not lifecycle.Clock.NONE:
        clockwork.recompute(case)
    if not new:
        update(case, *_MOVING)


_MOVING = [
    "case_no",
    "officer",
    "state",
    "accepted_at",
    "due_at",
    "calendar_version",
    "decided_at",
    "sequence",
    "head",
]
