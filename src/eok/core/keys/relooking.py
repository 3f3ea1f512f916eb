"""Reckon anew what rows are found by (name, phone, 사업자등록번호), after another look-up key was made.

A digest can't be turned back, so each row is decrypted and its digests made of what it says. In small steps that may
be cut off and begun again, while the house runs: a row is written only if it still holds what was read. Rooms
register their tables in their `apps.py`; a test sees that none is forgotten.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from eok.core.keys import keyring

STEP = 500
"""Rows of one transaction: on SQLite a filing waits while they are written."""

Digests = Callable[[Any], Mapping[str, str]]
"""Of a row to its fields and what today's key makes of them."""


@dataclass(frozen=True)
class Table:
    """One that is searched."""

    model: type[models.Model]
    digests: Digests

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)


_tables: list[Table] = []


def register(model: type[models.Model], digests: Digests) -> None:
    """The model has `wrapped_key`; a row without it was ended and is found by nothing (개인정보 보호법 §21)."""
    _tables.append(Table(model, digests))


def tables() -> tuple[Table, ...]:
    return tuple(_tables)


def is_under_way() -> bool:
    """Whether there is more than one key that is looked up by."""
    return len(keyring().lookups()) > 1


def waiting(table: Table) -> int:
    """Rows that an older key finds."""
    return sum(len(_anew(table, rows)) for rows in _steps(table)) if is_under_way() else 0


def renew(table: Table) -> int:
    """Step by step; how many rows were written."""
    return sum(_write(table, _anew(table, rows)) for rows in _steps(table))


@dataclass(frozen=True)
class _Change:
    pk: object
    held: Mapping[str, str]
    wanted: Mapping[str, str]


def _steps(table: Table) -> Iterator[list[models.Model]]:
    every = table.model._base_manager.exclude(wrapped_key=b"").order_by("pk")
    last: object = None
    while rows := list((every if last is None else every.filter(pk__gt=last))[:STEP]):
        yield rows
        last = rows[-1].pk


def _anew(table: Table, rows: list[models.Model]) -> list[_Change]:
    found = [_Change(row.pk, *_held_and_wanted(row, table.digests(row))) for row in rows]
    return [change for change in found if change.held != change.wanted]


def _held_and_wanted(
    row: models.Model, wanted: Mapping[str, str]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return {field: getattr(row, field) for field in wanted}, dict(wanted)


def _write(table: Table, changes: list[_Change]) -> int:
    if not changes:
        return 0
    rows = table.model._base_manager
    with transaction.atomic():
        return sum(rows.filter(pk=one.pk, **one.held).update(**one.wanted) for one in changes)
