"""Move the data from SQLite into an empty PostgreSQL database: one transaction, kept only if equal.

Nobody writes meanwhile, for the writers' queue is ours. What differs in the end is taken back, and SQLite
stays the truth; it is never written to.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from eok.core import database, tables
from eok.core.backup import reach, sqlite
from eok.core.backup.errors import DifferentError, KindError, NotEmptyError, ToolError
from eok.core.backup.taken import applied, require_current
from eok.core.opened import opened
from eok.core.tables import Sum, Table

TARGET = "target"
"""Alias of the database moved into."""
CHUNK = 500
"""Rows an INSERT."""


def move(url: str) -> Mapping[str, Sum]:
    """What both hold in the end. Raises KindError, NotEmptyError, TablesError, ToolError, DifferentError."""
    settings = _settings(url)
    source = connections["default"]
    if source.vendor != "sqlite":
        raise KindError(
            "지금 자료가 이미 PostgreSQL에 있어 옮기지 않았습니다. 아무것도 바꾸지 않았습니다. "
            "SQLite의 자료를 옮기려면 EOK_DATABASE_URL을 비우고 다시 실행해 주세요."
        )
    with sqlite.standing_in_line(Path(str(source.settings_dict["NAME"]))):
        require_current(applied("default"), "지금 자료")
        with reach.told(), opened(settings, TARGET) as target:
            _require_empty(target)
            _make_tables(url)
            with transaction.atomic(using=TARGET):
                return copy_all(target)


def _settings(url: str) -> dict[str, object]:
    try:
        return database.postgresql(url)
    except ValueError as error:
        raise KindError(
            "옮길 곳은 postgresql://사용자@호스트/이름처럼 적습니다. 아무것도 바꾸지 않았습니다. 주소를 고쳐 다시 실행해 주세요."
        ) from error


def _require_empty(target: BaseDatabaseWrapper) -> None:
    """Tables of an earlier try may be there, rows not."""
    with target.cursor() as cursor:
        for name in target.introspection.table_names(cursor):
            cursor.execute(f"SELECT 1 FROM {target.ops.quote_name(name)} LIMIT 1")
            if name != "django_migrations" and cursor.fetchone():
                raise NotEmptyError(f"옮길 데이터베이스의 표 {name}")


def _make_tables(url: str) -> None:
    """As a house on that database would."""
    done = subprocess.run(
        [sys.executable, "-m", "eok.run", "migrate", "--no-input", "--verbosity=0"],
        env={**os.environ, "EOK_DATABASE_URL": url}, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise ToolError(
            "PostgreSQL에 자료 틀을 만들지 못했습니다. 자료는 SQLite에 그대로 있습니다. "
            f"까닭을 고친 뒤 다시 실행해 주세요: {done.stderr.strip()[-600:]}"
        )


def copy_all(target: BaseDatabaseWrapper, of: Apps = apps) -> Mapping[str, Sum]:
    """Every row into empty tables, in a transaction of the caller's. of: today's models or earlier ones."""
    for table in tables.kept(of):
        _copy(table)
    target.check_constraints()
    _go_on_counting(target, of)
    held = tables.sums(TARGET, of)
    if differing := tables.differences(tables.sums("default", of), held):
        raise DifferentError(
            f"옮긴 표가 SQLite와 다릅니다: {', '.join(differing)}. 옮긴 것은 되돌렸고 자료는 SQLite에 그대로 있습니다. "
            "지금처럼 SQLite로 계속 쓰고, 표 이름을 개발자에게 알려 주세요."
        )
    return held


def _copy(table: Table) -> None:
    """Row by row as it stands, ids too."""
    rows = table._base_manager.using("default").order_by().iterator(chunk_size=CHUNK)
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == CHUNK:
            _insert(table, batch)
            batch = []
    _insert(table, batch)


def _insert(table: Table, rows: list[Any]) -> None:
    try:
        table._base_manager.using(TARGET).bulk_create(rows)
    except (DatabaseError, ValueError) as error:  # ValueError: a NUL in a text
        raise DifferentError(
            f"표 {table._meta.db_table}의 줄을 PostgreSQL이 받지 않습니다({error}). "
            "옮긴 것은 되돌렸고 자료는 SQLite에 그대로 있습니다. 지금처럼 SQLite로 계속 쓰고, 이 글을 개발자에게 알려 주세요."
        ) from error


def _go_on_counting(target: BaseDatabaseWrapper, of: Apps) -> None:
    """Numbers that SQLite has given are not given again, even those of rows that are gone."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence")
        last = dict(cursor.fetchall())
    with target.cursor() as cursor:
        for table in tables.kept(of):
            name, column = table._meta.db_table, table._meta.pk.column
            if last.get(name):
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [name, column, last[name]]
                )
