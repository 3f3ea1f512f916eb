"""Wrap every row's data key anew under today's district key: after a change of keys, while the house runs.

In small steps that may be cut off and begun again. Each row is written only if it still holds what was read: one
whose key was destroyed meanwhile (개인정보 보호법 §21) stays destroyed. Tables are found by their fields, so that a new
one can't be forgotten.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models, transaction

from eok.core.keys import keyring

WRAPPED_KEY = "wrapped_key"
"""A field that holds a data key is named so, or ends so; tests/house sees to it."""
STEP = 500
"""Rows of one transaction: on SQLite a filing waits while they are written."""


@dataclass(frozen=True)
class Column:
    """Where data keys lie."""

    model: type[models.Model]
    field: str

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)

    def rows(self) -> "models.QuerySet[models.Model]":
        return self.model._base_manager.order_by("pk")


def columns() -> list[Column]:
    """Of every table."""
    return [
        Column(model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.name.endswith(WRAPPED_KEY)
    ]


def waiting(column: Column) -> int:
    """Rows still wrapped under an older key."""
    kept = column.rows().values_list(column.field, flat=True).iterator(chunk_size=STEP)
    return sum(keyring().rewrap(bytes(wrapped)) is not None for wrapped in kept)


def rewrap(column: Column) -> int:
    """One column, step by step; how many rows were written."""
    return sum(_write(column, _anew(rows)) for rows in _steps(column))


def _steps(column: Column) -> Iterator[list[tuple[object, bytes]]]:
    last: object = None
    while True:
        after = column.rows() if last is None else column.rows().filter(pk__gt=last)
        rows = [(pk, bytes(wrapped)) for pk, wrapped in after.values_list("pk", column.field)[:STEP]]
        if not rows:
            return
        yield rows
        last = rows[-1][0]


def _anew(rows: list[tuple[object, bytes]]) -> list[tuple[object, bytes, bytes]]:
    """Row, what it holds, what it shall hold. Outside the transaction: a token takes its time."""
    found = ((pk, wrapped, keyring().rewrap(wrapped)) for pk, wrapped in rows)
    return [(pk, wrapped, anew) for pk, wrapped, anew in found if anew is not None]


def _write(column: Column, rows: list[tuple[object, bytes, bytes]]) -> int:
    if not rows:
        return 0
    with transaction.atomic():
        return sum(
            column.model._base_manager.filter(**{"pk": pk, column.field: wrapped}).update(
                **{column.field: anew}
            )
            for pk, wrapped, anew in rows
        )
