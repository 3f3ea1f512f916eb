"""Houses of earlier releases, as recorded by `record.py`: set up in a folder, on SQLite or moved into PostgreSQL."""

import io
import json
import lzma
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.places import environment
from eok.core import database
from eok.core.launch.places import ROOT

RELEASES = Path(__file__).parent / "releases"
CLOCK = "2026-11-23T14:30:00+09:00"
"""Half an hour after the recorded house went to sleep: a Monday, the office is open."""


def furnish(version: str, folder: Path) -> Path:
    """The recorded house in a folder of ours."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / database.SQLITE_FILE)) as copy:
        copy.executescript(_unpacked(version, "database.sql").decode())
        copy.execute("PRAGMA journal_mode=WAL")
    with tarfile.open(fileobj=io.BytesIO(_unpacked(version, "house.tar"))) as tar:
        tar.extractall(folder, filter="data")
    for path in (folder / "keys").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    (folder / "keys").chmod(0o700)
    return folder


def statements(version: str, vendor: str) -> list[str]:
    """What the release sends to its database."""
    said: list[str] = json.loads(_unpacked(version, f"statements-{vendor}.json"))
    return said


def settings(folder: Path, url: str = "") -> dict[str, str]:
    """Of a process that works on the house."""
    (folder / "clock").write_text(CLOCK)
    chosen = {"EOK_STATE_DIR": str(folder), "EOK_CLOCK": f"file:{folder / 'clock'}"}
    return environment(chosen | ({"EOK_DATABASE_URL": url} if url else {}))


def eok(where: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    """`./eok WORDS`, past the shell part."""
    command = [sys.executable, "-m", "eok.run", *words]
    return subprocess.run(command, cwd=ROOT, env=dict(where), capture_output=True, text=True, check=False)


def run(where: Mapping[str, str], code: str, *words: str, given: str = "") -> str:
    """A piece of code of ours in a process that works on the house; what it printed."""
    command = [sys.executable, "-c", f"import sys, django\ndjango.setup()\n{code}", *words]
    chosen = {**where, "DJANGO_SETTINGS_MODULE": "eok.settings"}
    done = subprocess.run(
        command, cwd=ROOT, env=chosen, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def _unpacked(version: str, name: str) -> bytes:
    return lzma.decompress((RELEASES / version / f"{name}.xz").read_bytes())


TARGETS = """
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from eok.core.upgrade.releases import LAST
executor = MigrationExecutor(connection)
ours = sorted(tuple(name.split(".", 1)) for name in LAST.migrations)
executor.migrate(list({app: (app, name) for app, name in ours}.values()))
"""
COPY = """
from django.db import transaction
from eok.core import database
from eok.core.backup.move import TARGET, copy_all
from eok.core.backup.taken import applied, models_at
from eok.core.opened import opened
with opened(database.postgresql(sys.argv[1]), TARGET) as target, transaction.atomic(using=TARGET):
    copy_all(target, models_at(applied("default"), "-"))
"""


def into_postgresql(where: Mapping[str, str], folder: Path, url: str) -> None:
    """The recorded rows into an empty database with the tables of the release; SQLite's file goes."""
    run(settings(folder, url), TARGETS)
    run(where, COPY, url)
    for path in folder.glob(f"{database.SQLITE_FILE}*"):
        path.unlink()
