"""What ends when a period of retention is over: rooms register theirs in their `apps.py`.

A kind of record (a case, a person) has one keeper, who finds those that are finished and ends one. What later rooms
keep of the same record (messages, certificates) they end themselves, in the same transaction. To end means: the
wrapped data key is emptied, and with it all that only this key could read (개인정보 보호법 §21②).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Record:
    """One record whose retention is counted. Nothing personal in it."""

    kind: str
    id: str
    label: str
    """How officers call it: `접수번호 2026-000001`."""
    service_id: str
    department: str
    finished_on: date


@dataclass(frozen=True)
class Gone:
    """What was ended: nothing of it can be read again."""

    keys: tuple[bytes, ...] = ()
    """The wrapped keys as they stood."""
    files: tuple[UUID, ...] = ()
    """Uploads whose bytes are to be removed once the end is durable."""
    rows: int = 0
    """How many rows were emptied or removed."""

    def __add__(self, other: "Gone") -> "Gone":
        return Gone(self.keys + other.keys, self.files + other.files, self.rows + other.rows)

    @property
    def key_digests(self) -> tuple[str, ...]:
        """SHA-256 of each wrapped key: known again in a restored backup, and of no use to open anything."""
        return tuple(hashlib.sha256(key).hexdigest() for key in self.keys)


PENDING = "destroyed.pending"
"""Lies in the state folder from before a restore until what was destroyed is ended again: nothing opens meanwhile."""

Ender = Callable[[str], Gone]
"""From the id of a record to what was ended; inside the transaction of the end, and harmless a second time."""


class Keeper(Protocol):
    """Who keeps one kind of record."""

    def finished(self, before: date) -> Iterator[Record]:
        """Records finished before a day and not ended yet, the oldest first."""

    def get(self, record_id: str) -> Record | None:
        """A finished record that was not ended yet."""

    def end(self, record_id: str, law: str) -> Gone:
        """End its own part and say so in its history; nothing when it is gone already."""


_keepers: dict[str, Keeper] = {}
_parts: dict[str, dict[str, Ender]] = {}


def register(kind: str, keeper: Keeper) -> None:
    _keepers[kind] = keeper


def also(kind: str, room: str, end: Ender) -> None:
    """What a room further along the path keeps of a kind of record of an earlier one."""
    _parts.setdefault(kind, {})[room] = end


def keepers() -> Mapping[str, Keeper]:
    return _keepers


def end(kind: str, record_id: str, law: str) -> Gone:
    """All of one record, in the caller's transaction; the keeper last, for it writes the history."""
    gone = _together(part(record_id) for part in _parts.get(kind, {}).values())
    return gone + _keepers[kind].end(record_id, law)


def _together(parts: Iterable[Gone]) -> Gone:
    whole = Gone()
    for part in parts:
        whole += part
    return whole
