"""Which release's data lies here, and what this program would change about its tables."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration

from eok.core import clock
from eok.core.backup.manifest import program_version
from eok.core.backup.taken import applied
from eok.core.durable import write
from eok.core.upgrade import releases

FILE = "release.json"
"""Below the state folder: the program that last served these data."""


@dataclass(frozen=True)
class Installed:
    """What last served these data."""

    version: str
    since: str
    """ISO, UTC; empty: not written down, the release is known by its tables."""


def read(state_dir: Path) -> Installed:
    """As written down; releases before 0.2.0 wrote nothing and are known by their tables."""
    path = state_dir / FILE
    if path.is_file():
        return Installed(**json.loads(path.read_bytes()))
    release = releases.of(frozenset(applied(DEFAULT_DB_ALIAS)))
    return Installed(release.version if release else "", "")


def note(state_dir: Path) -> None:
    """This program serves these data from now on; what is written already stays as it is."""
    version = program_version()
    if not (state_dir / FILE).is_file() or read(state_dir).version != version:
        installed = Installed(version, clock.now().isoformat())
        write(state_dir / FILE, json.dumps(asdict(installed)).encode())


def pending() -> list[Migration]:
    """What would be done to the tables, in order."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def is_outdated() -> bool:
    """Whether there are data, and their tables are of an earlier program."""
    return bool(applied(DEFAULT_DB_ALIAS)) and bool(pending())
