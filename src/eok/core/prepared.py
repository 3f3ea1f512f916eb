"""Statements of fixed shape, built once a thread instead of at every call.

Django builds a statement anew each time it is asked: of the 0.47 ms a row costs by its key, 0.04 are the
database's. Where somebody waits for the answer (a filing, the worklist, who is signed in) the same QuerySet
is written with a `Slot` for each value and run with the values: 0.06 ms, the same rows. `insert` does so for
`save(force_insert=True)`. Everywhere else a plain QuerySet is the right thing.
"""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from django.db import DatabaseError, connections, models, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet, Value, sql
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
Values = Mapping[str, object]

ID = models.UUIDField()
TEXT = models.TextField()
NUMBER = models.BigIntegerField()
MOMENT = models.DateTimeField()
DAY = models.DateField()
BYTES = models.BinaryField()


class Slot(Value):
    """A place in a QuerySet for a value that is given when it runs. kind: ID, TEXT, …"""

    def __init__(self, name: str, kind: "models.Field[Any, Any]") -> None:
        super().__init__(None, output_field=kind)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]


def slots(name: str, count: int, kind: "models.Field[Any, Any]") -> list[Any]:
    """So many places for a list of values, as `field__in` wants them; `numbered` fills them."""
    return [Slot(f"{name}{number}", kind) for number in range(count)]


def numbered(name: str, values: Iterable[object]) -> dict[str, object]:
    """The values of `slots`."""
    return {f"{name}{number}": value for number, value in enumerate(values)}


class Rows(Generic[Row]):
    """A QuerySet with slots, to be read."""

    def __init__(self, build: "Callable[[], QuerySet[Any, Row]]") -> None:
        self._build = build
        self._kept = threading.local()

    def all(self, **values: object) -> list[Row]:
        """Every row. values: one for each slot."""
        reader: _Reader[Row] | None = getattr(self._kept, "reader", None)
        if reader is None or reader.is_old:
            reader = self._kept.reader = _Reader(self._build())
        return reader.read(values)

    def first(self, **values: object) -> Row | None:
        """The first row, or None."""
        found = self.all(**values)
        return found[0] if found else None


class Change:
    """An UPDATE of the rows of a QuerySet, or their DELETE when nothing is set."""

    def __init__(self, build: "Callable[[], QuerySet[Any, Any]]", **changes: object) -> None:
        """changes: field to value, a Slot or an expression."""
        self._build, self._changes = build, changes
        self._kept = threading.local()

    def run(self, **values: object) -> int:
        """How many rows it met. values: one for each slot."""
        statement: _Statement | None = getattr(self._kept, "statement", None)
        if statement is None or statement.is_old:
            statement = self._kept.statement = _changing(self._build(), self._changes)
        with transaction.mark_for_rollback_on_error(using=statement.alias), statement.cursor() as cursor:
            cursor.execute(statement.sql, statement.filled(values))
            return int(cursor.rowcount)


def insert(row: models.Model, *, or_ignore: bool = False) -> None:
    """A new row, as `save(force_insert=True)` writes it; its key is set where the database gives one.

    or_ignore: a row that is there already stays, and nothing is raised.
    """
    kind = type(row)
    alias = router.db_for_write(kind)
    connection = connections[alias]
    numbered = row.pk is None
    words, fields = _insertion(kind, connection.vendor, numbered, or_ignore)
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with transaction.mark_for_rollback_on_error(using=alias), connection.cursor() as cursor:
        cursor.execute(words, values)
        if numbered and not or_ignore:
            row.pk = _given_key(connection, cursor, kind)
    row._state.adding, row._state.db = False, alias


def update(row: models.Model, *names: str) -> None:
    """Some fields of a row that is there, as `save(update_fields=names)` writes them.

    Raises DatabaseError when it is gone.
    """
    kind = type(row)
    alias = router.db_for_write(kind)
    connection = connections[alias]
    words, fields = _updating(kind, names)
    values = [field.get_db_prep_save(field.pre_save(row, add=False), connection) for field in fields]
    with transaction.mark_for_rollback_on_error(using=alias), connection.cursor() as cursor:
        cursor.execute(words, values)
        if cursor.rowcount != 1:
            raise DatabaseError(f"no row of {kind.__name__} to update")


class _Statement:
    """SQL with its values, some of them slots, of one connection."""

    def __init__(self, compiler: SQLCompiler, words: str, values: Sequence[object]) -> None:
        self.sql = words
        self.alias = str(compiler.using)
        self._connection: BaseDatabaseWrapper = compiler.connection
        self._values = values
        self._locks = bool(compiler.query.select_for_update)

    @property
    def is_old(self) -> bool:
        """The thread speaks to its database by another connection than when it was built."""
        return connections[self.alias] is not self._connection

    def cursor(self) -> Any:
        return self._connection.cursor()

    def filled(self, values: Values) -> tuple[object, ...]:
        """Raises KeyError for a slot without a value, TransactionManagementError for a lock nobody would hold."""
        if self._locks and not self._connection.in_atomic_block:
            raise transaction.TransactionManagementError("select_for_update belongs into a transaction")
        return tuple(self._value(one, values) for one in self._values)

    def _value(self, one: object, values: Values) -> object:
        if not isinstance(one, Slot):
            return one
        return one.output_field.get_db_prep_value(values[one.name], self._connection)


class _Reader(Generic[Row]):
    """Lets Django make its rows as always, but from a compiler that has done its work already."""

    def __init__(self, rows: "QuerySet[Any, Row]") -> None:
        self._rows: Any = rows
        self._compiler: Any = rows.query.get_compiler(using=rows.db)
        self._statement = _Statement(self._compiler, *self._compiler.as_sql())
        converters = self._compiler.get_converters([column[0] for column in self._compiler.select])
        self._compiler.get_converters = lambda expressions: converters
        rows.query.get_compiler = lambda *args, **rest: self._compiler  # type: ignore[method-assign]

    @property
    def is_old(self) -> bool:
        return self._statement.is_old

    def read(self, values: Values) -> list[Row]:
        filled = self._statement.filled(values)
        self._compiler.as_sql = lambda *args, **rest: (self._statement.sql, filled)
        return list(self._rows._iterable_class(self._rows))


def _changing(rows: "QuerySet[Any, Any]", changes: Values) -> _Statement:
    query = rows.query.chain(sql.UpdateQuery if changes else sql.DeleteQuery)
    if isinstance(query, sql.UpdateQuery):
        query.add_update_values(dict(changes))
    compiler = query.get_compiler(using=rows.db)
    return _Statement(compiler, *compiler.as_sql())


@cache
def _insertion(
    kind: type[models.Model], vendor: str, numbered: bool, or_ignore: bool
) -> tuple[str, Sequence["models.Field[Any, Any]"]]:
    """The words and the fields their values come from. vendor: sqlite, postgresql."""
    meta = kind._meta
    fields = [f for f in meta.concrete_fields if not (numbered and f is meta.pk)]
    names = ", ".join(f'"{field.column}"' for field in fields)
    words = f'INSERT INTO "{meta.db_table}" ({names}) VALUES ({", ".join(["%s"] * len(fields))})'  # noqa: S608  # own names
    if or_ignore:
        words += " ON CONFLICT DO NOTHING"
    elif numbered and vendor == "postgresql":
        words += f' RETURNING "{meta.pk.column}"'
    return words, fields


@cache
def _updating(
    kind: type[models.Model], names: tuple[str, ...]
) -> tuple[str, Sequence["models.Field[Any, Any]"]]:
    meta = kind._meta
    known = {field.name: field for field in meta.concrete_fields}
    fields = [known[name] for name in names]
    changes = ", ".join(f'"{field.column}" = %s' for field in fields)
    words = f'UPDATE "{meta.db_table}" SET {changes} WHERE "{meta.pk.column}" = %s'  # noqa: S608  # own names
    return words, [*fields, meta.pk]


def _given_key(connection: BaseDatabaseWrapper, cursor: Any, kind: type[models.Model]) -> int:
    if connection.vendor == "postgresql":
        return int(cursor.fetchone()[0])
    meta = kind._meta
    return int(connection.ops.last_insert_id(cursor, meta.db_table, str(meta.pk.column)))
