"""Whose chains are sealed and checked: rooms above hand theirs in by `register`, in their `apps.py`."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from eok.trail.chain import Link


@dataclass(frozen=True)
class NewLink:
    """A link that no seal covers yet."""

    stream: UUID
    sequence: int
    digest: bytes


@dataclass(frozen=True)
class Entry:
    link: Link
    at: datetime
    by_rule: bool
    """A rule sets its moment (접수 at the next working instant), which may lie before the writing."""


@dataclass(frozen=True)
class Chain:
    """A whole stream, as its room has it."""

    stream: UUID
    name: str
    """What people call it, e.g. `사건 2026-000012`."""
    length: int
    """How many links the room believes there are."""
    head: bytes
    """Digest of the last of them."""
    entries: tuple[Entry, ...]
    """By sequence."""


class Source(Protocol):
    """The chains of one room."""

    def new_links(self, *, all_of_them: bool) -> list[NewLink]:
        """Links without a leaf: near the newest ones, or wherever they are."""

    def chains(self, streams: Collection[UUID] | None = None) -> Iterator[Chain]:
        """Every chain, or those that are named and there."""


_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """name: of the room."""
    _sources[name] = source


def registered() -> tuple[Source, ...]:
    return tuple(_sources.values())
