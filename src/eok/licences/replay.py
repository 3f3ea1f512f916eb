"""The register made again from its events: what differs, and the rows put right.

The events are the record (공공기록물법 §16); a row is only how it stands. Its chain is checked by `./eok trail check`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from uuid import UUID

from django.db import transaction

from eok.core.keys import KeyDestroyedError, KeyringError
from eok.licences import details as spelled
from eok.licences import held, ledger, record
from eok.licences.columns import caption
from eok.licences.ledger import Happened, Line
from eok.licences.models import Licence, LicenceEvent

TOGETHER = 100
WORDS = {
    "state": "상태", "opened_on": "신고일", "ended_on": "끝난 날", "content": "적힌 것", "papers_from": "살아 있는 문서의 첫 차례",
    "sequence": "마지막 변동 차례", "sanctions": "행정처분", "digests": "찾기값", "identity": "대장과 번호",
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    licence_no: str
    what: str
    """Which parts of the row say something else than its events, as Korean words; no value is shown."""


def differences() -> Iterator[Difference]:
    """Every entry whose row is not what its events make of it."""
    for licence in _all():
        if found := _differing(licence):
            yield Difference(licence.licence_no, ", ".join(found))


def rebuild() -> int:
    """Write every row anew that differs; returns how many."""
    return sum(_rebuild(licence.pk) for licence in _all())


@transaction.atomic
def _rebuild(licence_id: UUID) -> bool:
    licence = held.locked(licence_id)
    if not _differing(licence):
        return False
    record.write(licence, _folded(licence))
    first = _events(licence)[0]
    said = spelled.read(first, bytes(licence.wrapped_key))
    licence.register, licence.licence_no = (
        said.register or licence.register,
        said.licence_no or licence.licence_no,
    )
    licence.head = _events(licence)[-1].digest
    licence.save()
    return True


def _all() -> Iterator[Licence]:
    held.link_everywhere()
    after = UUID(int=0)
    while group := list(Licence.objects.filter(pk__gt=after).order_by("pk")[:TOGETHER]):
        yield from group
        after = group[-1].pk


def _differing(licence: Licence) -> list[str]:
    """Words for the parts; none for an entry whose key has ended: its chain alone still speaks."""
    try:
        wanted = _folded(licence)
    except KeyDestroyedError:
        return []
    try:
        there = record.line_of(licence)
    except KeyringError:
        return [WORDS["content"]]
    found = [f.name for f in fields(Line) if getattr(wanted, f.name) != getattr(there, f.name)]
    found += [] if record.is_found_by(licence, wanted.content) else ["digests"]
    found += [] if _same_identity(licence) else ["identity"]
    return [_words(name, wanted, there) for name in found]


def _words(name: str, wanted: Line, there: Line) -> str:
    if name != "content":
        return WORDS[name]
    keys = {*wanted.content, *there.content}
    changed = sorted(caption(k) for k in keys if wanted.content.get(k) != there.content.get(k))
    return f"{WORDS[name]}({', '.join(changed)})"


def _folded(licence: Licence) -> Line:
    key = bytes(licence.wrapped_key)
    return ledger.fold(Happened(e.sequence, e.verb, e.on, spelled.read(e, key)) for e in _events(licence))


def _events(licence: Licence) -> list[LicenceEvent]:
    return list(LicenceEvent.objects.filter(licence=licence).order_by("sequence"))


def _same_identity(licence: Licence) -> bool:
    said = spelled.read(_events(licence)[0], bytes(licence.wrapped_key))
    return (said.register or licence.register, said.licence_no or licence.licence_no) == (
        licence.register,
        licence.licence_no,
    )
