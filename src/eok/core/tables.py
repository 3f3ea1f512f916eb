"""What a database holds, as counts and digests that are the same on SQLite and PostgreSQL.

One canonical form of a row for backup, restore and move. A table's digest is the sum, modulo 2^256, of
the SHA-256 of its rows: the order in which a server gives them doesn't matter, a row lost, doubled or
changed does. That finds accidents. It is no defence against a forger, who may solve for rows with a
wanted sum; the chain of each case is (`eok.trail`).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from graphlib import TopologicalSorter
from typing import Any
from uuid import UUID

from django.apps import apps
from django.apps.registry import Apps
from django.db import connections, models

from eok.core.database import TransientRouter

MODULUS = 2**256
CHUNK = 2000

Table = type[models.Model]


@dataclass(frozen=True)
class Sum:
    """What a table holds."""

    rows: int
    digest: str
    """64 hex digits."""


def kept(of: Apps = apps) -> list[Table]:
    """Every table of what must not be lost; each after those it points at. of: today's models or earlier ones."""
    tables = [m for m in of.get_models(include_auto_created=True) if _is_kept(m)]
    pointed = {table: sorted(_targets(table) & set(tables), key=_name) for table in sorted(tables, key=_name)}
    return list(TopologicalSorter(pointed).static_order())


def has(alias: str, table: Table) -> bool:
    """Whether a database has the table; that of a release before it has not."""
    return table._meta.db_table in connections[alias].introspection.table_names()


def sums(alias: str, of: Apps = apps) -> dict[str, Sum]:
    """Of every kept table, by its name in the database."""
    return {_name(table): sum_of(table, alias) for table in kept(of)}


def sum_of(table: Table, alias: str) -> Sum:
    names = sorted(field.attname for field in table._meta.concrete_fields)
    rows = table._base_manager.using(alias).order_by().values_list(*names).iterator(chunk_size=CHUNK)
    return add_up(_name(table), rows)


def add_up(name: str, rows: Iterable[tuple[object, ...]]) -> Sum:
    """Of rows whose values stand in the order of their columns' names."""
    count = total = 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(canonical((name, *row))).digest(), "big")
    return Sum(count, f"{total % MODULUS:064x}")


def differences(one: Mapping[str, Sum], other: Mapping[str, Sum]) -> list[str]:
    """Names of the tables that are not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def canonical(values: Iterable[object]) -> bytes:
    """Each value as its kind, its length and its bytes: no two rows read the same."""
    return b"".join(_framed(*_plain(value)) for value in values)


def _framed(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(8, "big") + content


def _plain(value: object) -> tuple[bytes, bytes]:
    if type(value) not in _KINDS:
        raise TypeError(f"no canonical form for {type(value).__name__}")
    kind, write = _KINDS[type(value)]
    return kind, write(value)


_KINDS: Mapping[type, tuple[bytes, Callable[[Any], bytes]]] = {
    type(None): (b"n", lambda value: b""),
    bool: (b"b", lambda value: b"1" if value else b"0"),
    int: (b"i", lambda value: str(value).encode()),
    str: (b"s", str.encode),
    bytes: (b"y", bytes),
    memoryview: (b"y", bytes),
    UUID: (b"u", lambda value: value.bytes),
    datetime: (b"t", lambda value: value.astimezone(UTC).isoformat().encode()),
    date: (b"d", lambda value: value.isoformat().encode()),
}


def _is_kept(table: Table) -> bool:
    return table._meta.app_label not in TransientRouter.tables and table._meta.managed


def _targets(table: Table) -> set[Table]:
    return set(_pointed_at(table)) - {table}


def _pointed_at(table: Table) -> Iterator[Table]:
    for field in table._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            yield field.related_model


def _name(table: Table) -> str:
    return table._meta.db_table
