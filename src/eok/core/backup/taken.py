"""The database as it stood at one instant: a file, and what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.apps.registry import Apps
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
    """Reads it all from a database that stands still. path: where its copy lies. Raises TablesError."""
    migrations = applied(alias)
    return Taken(
        kind=connections[alias].vendor,
        path=path,
        tables=tables.sums(alias, models_at(migrations, "지금 자료")),
        references=tuple(kept.referenced(alias)),
        migrations=migrations,
    )


def applied(alias: str) -> tuple[str, ...]:
    """The state of a database's tables."""
    return _told(MigrationRecorder(connections[alias]).applied_migrations())


def models_at(migrations: tuple[str, ...], what: str) -> Apps:
    """Today's models, or those of an earlier release, as its migrations made the tables. Raises TablesError."""
    require_known(migrations, what)
    loader = MigrationLoader(None)
    if {*migrations} == {*_told(loader.disk_migrations)}:
        return apps
    nodes = [node for node in loader.graph.nodes if f"{node[0]}.{node[1]}" in migrations]
    earlier: Apps = loader.project_state(nodes).apps
    return earlier


def require_known(migrations: tuple[str, ...], what: str) -> None:
    """The program reads its own tables and those of releases before it. Raises TablesError."""
    if unknown := sorted({*migrations} - {*on_disk()}):
        raise TablesError(
            f"{what}의 자료 틀이 이 프로그램의 판과 다릅니다({unknown[0]}). 아무것도 바꾸지 않았습니다. "
            "자료를 만든 판이나 그보다 새로운 판의 프로그램으로 다시 실행해 주세요."
        )


def require_current(migrations: tuple[str, ...], what: str) -> None:
    """Tables of exactly this program. Raises TablesError."""
    require_known(migrations, what)
    if missing := sorted({*on_disk()} - {*migrations}):
        raise TablesError(
            f"{what}의 자료 틀이 이 프로그램보다 오래되었습니다({missing[0]}). 아무것도 바꾸지 않았습니다. "
            "./eok upgrade로 새 판으로 올린 뒤 다시 실행해 주세요."
        )


def on_disk() -> tuple[str, ...]:
    """All migrations of this program."""
    return _told(MigrationLoader(None).disk_migrations)


def _told(migrations: Mapping[tuple[str, str], object]) -> tuple[str, ...]:
    return tuple(sorted(f"{app}.{name}" for app, name in migrations))
