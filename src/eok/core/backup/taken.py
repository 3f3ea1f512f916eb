"""The database as it stood at one instant: a file, and what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from eok.core import tables
from eok.core.backup import kept
from eok.core.backup.errors import TablesError
from eok.core.tables import Sum


@dataclass(frozen=True)
class Taken:
    """A copy of the database."""

    kind: str
    """`sqlite` or `postgresql`."""
    path: Path
    tables: Mapping[str, Sum]
    references: tuple[str, ...]
    """The files it points at."""
    migrations: tuple[str, ...]


def look(alias: str, path: Path) -> Taken:
    """Reads it all from a database that stands still. path: where its copy lies."""
    return Taken(
        kind=connections[alias].vendor,
        path=path,
        tables=tables.sums(alias),
        references=tuple(kept.referenced(alias)),
        migrations=applied(alias),
    )


def applied(alias: str) -> tuple[str, ...]:
    """The state of a database's tables."""
    return _told(MigrationRecorder(connections[alias]).applied_migrations())


def require_current(migrations: tuple[str, ...], what: str) -> None:
    """The program reads only tables of its own state. Raises TablesError."""
    known = _told(MigrationLoader(None).disk_migrations)
    if differing := sorted({*migrations} ^ {*known}):
        raise TablesError(
            f"{what}의 자료 틀이 이 프로그램의 판과 다릅니다({differing[0]}). 아무것도 바꾸지 않았습니다. "
            "자료와 같은 판의 프로그램으로 하거나, ./eok start로 자료 틀을 맞춘 뒤 다시 실행해 주세요."
        )


def _told(migrations: Mapping[tuple[str, str], object]) -> tuple[str, ...]:
    return tuple(sorted(f"{app}.{name}" for app, name in migrations))
