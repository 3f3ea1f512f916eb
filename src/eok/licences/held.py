"""An entry held for writing, and its chain made whole first: release 0.1.0 knew no chain of entries.

What that program wrote during a roll gets what it could not give (states, moment, link; 공공기록물법 §16) from
whoever next holds the entry, and from the sealer before it seals. Until then `./eok trail check` leaves it out.
It reads as `migrations/0003_chains_of_older_entries.py` made the events from before the upgrade read, save that
its moment is that of the linking: nobody knows another.
"""

from django.db import transaction

from eok.core import clock
from eok.core.keyed import Key
from eok.core.keys import KeyDestroyedError
from eok.licences import record
from eok.licences.errors import LicenceNotFoundError
from eok.licences.models import Licence, LicenceEvent
from eok.trail import chain

STATES = {"opened": "active", "active": "active", "suspended": "suspended", "closed": "closed"}
"""Verb of 0.1.0 and the state after it."""
NAMES = {"active": "resumed"}
"""Verbs that were called otherwise."""


def locked(licence_id: Key) -> Licence:
    """The entry, held against other writers until the transaction ends. Raises LicenceNotFoundError."""
    licence = Licence.objects.select_for_update().filter(pk=licence_id).first()
    if licence is None:
        raise LicenceNotFoundError
    _link(licence)
    return licence


def link_everywhere() -> None:
    """Each entry for itself, so that nobody waits long."""
    waiting = LicenceEvent.objects.filter(digest=None).values_list("licence_id", flat=True).distinct()
    for licence_id in list(waiting):
        with transaction.atomic():
            locked(licence_id)


def _link(licence: Licence) -> None:
    late = list(LicenceEvent.objects.filter(licence=licence, digest=None).order_by("sequence"))
    if not late:
        return
    before = LicenceEvent.objects.filter(licence=licence, sequence=late[0].sequence - 1).first()
    state = before.to_state if before else ""
    for event in late:
        _join(licence, event, state)
        state = event.to_state
    _find_by(licence)
    licence.save()


def _join(licence: Licence, event: LicenceEvent, state: str) -> None:
    event.from_state, event.to_state = state, STATES.get(event.verb, state)
    event.verb = NAMES.get(event.verb, event.verb)
    event.at = clock.now()
    event.actor_kind = "case" if event.origin.startswith("case:") else "import"
    event.actor = event.origin.partition(":")[2][:60]
    event.previous = bytes(licence.head or b"") or chain.START
    event.digest = chain.digest(str(licence.pk), event.sequence, record.content(event), event.previous)
    event.save()
    licence.head, licence.sequence = event.digest, event.sequence
    if event.verb == "closed":
        licence.papers_from = event.sequence


def _find_by(licence: Licence) -> None:
    try:
        line = record.line_of(licence)
    except KeyDestroyedError:
        return
    record.find_by(licence, line.content)
