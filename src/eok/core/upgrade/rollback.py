"""What is left after a failure: tables the old program reads, or the backup put in their place.

An upgrade that only expanded needs nothing: the old program goes on. The backup is put back only where the
tables themselves are broken and nothing was written since it was made, for what was written would be lost.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps.registry import Apps
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from eok.core import clock, database, tables
from eok.core.backup import sqlite
from eok.core.backup.manifest import Manifest
from eok.core.backup.restore import restore
from eok.core.durable import sync_folder
from eok.core.keys import keyring

OLD_GOES_ON = "자료는 그대로이고 옛 판이 읽을 수 있습니다. 옛 판이 돌고 있으면 그대로 두고, 멈추었으면 옛 폴더에서 ./eok start로 여세요."


def serves_the_old(earlier: Apps) -> bool:
    """Whether every table can be read as the old program reads it. earlier: its models."""
    try:
        for table in tables.kept(earlier):
            table._base_manager.using(DEFAULT_DB_ALIAS).order_by().first()
        return _is_sound()
    except DatabaseError:
        return False


def _is_sound() -> bool:
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check")
        return bool(cursor.fetchone() == ("ok",))


def put_back(backup: Path, manifest: Manifest, *, state_dir: Path, earlier: Apps, is_open: bool) -> str:
    """The sentence of what was done, or of why only a person can decide."""
    if connections[DEFAULT_DB_ALIAS].vendor != "sqlite" or is_open or _written_since(manifest, earlier):
        return (
            f"자료 틀이 바뀌다 말았고, 백업 뒤에 쓰인 것이 있을 수 있어 스스로 되돌리지 않았습니다. 민원센터를 멈추고 "
            f"백업({backup})을 docs/operations.md의 ‘되살리기’대로 다른 곳에 되살려 견준 뒤 정해 주세요."
        )
    aside = _exchange(backup, state_dir)
    return f"자료 틀이 깨져 백업의 자료로 되돌렸습니다. 깨진 것은 {aside}에 있습니다."


def _written_since(manifest: Manifest, earlier: Apps) -> bool:
    """Whether a table that can still be read holds other rows than the backup."""
    return any(_differs(table, manifest) for table in tables.kept(earlier))


def _differs(table: tables.Table, manifest: Manifest) -> bool:
    try:
        return tables.sum_of(table, DEFAULT_DB_ALIAS) != manifest.tables[table._meta.db_table]
    except DatabaseError:
        return False


def _exchange(backup: Path, state_dir: Path) -> Path:
    """The restored database takes the broken one's name in one step; the broken one keeps another."""
    place = backup.parent / "restored"
    shutil.rmtree(place, ignore_errors=True)
    restore(backup, state_dir=place, url="", keys=keyring())
    connections[DEFAULT_DB_ALIAS].close()
    live = state_dir / database.SQLITE_FILE
    aside = backup.parent / f"broken-{clock.seoul_now():%Y-%m-%d-%H%M%S}.sqlite3"
    with sqlite.standing_in_line(live):
        with closing(sqlite3.connect(live)) as broken:
            broken.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.link(live, aside)
        (place / database.SQLITE_FILE).replace(live)
        for suffix in ("-wal", "-shm"):
            live.with_name(live.name + suffix).unlink(missing_ok=True)
        sync_folder(state_dir)
    shutil.rmtree(place, ignore_errors=True)
    return aside
