"""Whether the program of the last release can go on running on the tables a new one makes.

Allowed while it runs (expand): a new table, a column the database fills by itself (empty or `db_default`), a
wider column, an index. What takes something away or demands something new waits (contract) until no
running release needs it; such a migration says so by `contracts_since = "0.2.0"`, the first release that did
without. The public linters read SQL text at development time; this one reads Django's own operations, so the
upgrade itself can ask it about what it is going to do.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection, models
from django.db.migrations import operations as ops
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

HARMLESS = (ops.CreateModel, ops.AddIndex, ops.RemoveIndex, ops.AlterModelOptions, ops.AlterModelManagers)
WHY = {
    ops.RemoveField: "칸을 없앱니다",
    ops.DeleteModel: "표를 없앱니다",
    ops.RenameField: "칸의 이름을 바꿉니다",
    ops.RenameModel: "표의 이름을 바꿉니다",
    ops.AlterModelTable: "표의 이름을 바꿉니다",
    ops.AddConstraint: "옛 판이 모르는 조건을 답니다",
    ops.RemoveConstraint: "옛 판이 기대는 조건을 없앱니다",
    ops.RunSQL: "무엇을 하는지 읽을 수 없는 SQL입니다",
}


@dataclass(frozen=True)
class Breach:
    """One operation that the last release would not survive."""

    migration: str
    """`app.name`."""
    what: str
    why: str


def contracts_since(migration: Migration) -> str:
    """The release since which nothing needs what it takes away; empty: it only expands."""
    return str(getattr(migration, "contracts_since", ""))


def breaches(migrations: Iterable[Migration], state: ProjectState) -> Iterator[Breach]:
    """Of migrations that expand. state: of the last release; moved along, so give a clone."""
    new_tables: set[tuple[str, str]] = set()
    for migration in migrations:
        app = migration.app_label
        alone = len(migration.operations) == 1
        for operation in _flat(migration.operations):
            if (why := _why(operation, app, state, new_tables, alone=alone)) and not contracts_since(
                migration
            ):
                yield Breach(f"{app}.{migration.name}", operation.describe(), why)
            if isinstance(operation, ops.CreateModel):
                new_tables.add((app, operation.name_lower))
            operation.state_forwards(app, state)


def _flat(operations: Iterable[Operation]) -> Iterator[Operation]:
    for operation in operations:
        if isinstance(operation, ops.SeparateDatabaseAndState):
            yield from _flat(operation.database_operations)
        else:
            yield operation


def _why(
    operation: Operation, app: str, state: ProjectState, new: set[tuple[str, str]], *, alone: bool
) -> str:
    """Why the last release would not survive it; empty when it would."""
    name = str(getattr(operation, "model_name_lower", "") or getattr(operation, "name_lower", ""))
    if isinstance(operation, HARMLESS) or (app, name) in new:
        return ""
    if isinstance(operation, ops.AddField):
        return _why_not_added(operation.field)
    if isinstance(operation, ops.AlterField):
        return _why_not_altered(state.models[app, name].fields[operation.name], operation.field)
    if isinstance(operation, ops.RunPython):
        return "" if alone and operation.reversible else "자료를 고치는 일은 혼자, 되돌릴 수 있게 합니다"
    return WHY.get(type(operation), f"{type(operation).__name__}은(는) 살펴본 적이 없습니다")


def _why_not_added(field: models.Field) -> str:  # type: ignore[type-arg]  # of any kind
    if field.unique:
        return "옛 판이 모르는 칸에 겹침을 금합니다"
    if field.null or field.many_to_many or field.has_db_default():
        return ""
    return "옛 판이 채우지 않는 칸인데 비울 수도 없고 db_default도 없습니다"


def _why_not_altered(old: models.Field, new: models.Field) -> str:  # type: ignore[type-arg]  # of any kind
    if old.null and not new.null:
        return "비울 수 있던 칸을 못 비우게 합니다"
    if new.unique and not old.unique:
        return "겹칠 수 있던 칸에 겹침을 금합니다"
    if _kind(old) != _kind(new):
        return "칸의 종류를 바꿉니다"
    return "칸을 좁힙니다" if _width(new) < _width(old) else ""


def _kind(field: models.Field) -> str:  # type: ignore[type-arg]  # of any kind
    return str(field.db_type(connection)).split("(")[0] if not field.is_relation else "relation"


def _width(field: models.Field) -> float:  # type: ignore[type-arg]  # of any kind
    return float("inf") if field.max_length is None else field.max_length
