"""Is a backup good? Asked of the file alone, in a corner of the disk: no house is needed, none is touched."""

import tempfile
from pathlib import Path

from eok.core import database, tables
from eok.core.backup import archive, kept, postgresql, room
from eok.core.backup.archive import DATABASE, Archive
from eok.core.backup.errors import DamagedError
from eok.core.backup.manifest import Manifest
from eok.core.backup.taken import applied, models_at, require_known
from eok.core.opened import opened

VERIFIED = "verified"
"""Alias of the copy while it is counted."""


def verify(file: Path, *, workplace: Path) -> Manifest:
    """Every file against its digest; the database opens, and each table holds what the list says.

    A dump of PostgreSQL is read to its table of contents: counting its rows takes a server and a restore.
    Raises DamagedError, TablesError, NoRoomError, ToolError.
    """
    with archive.opened(file, kept.folders()) as opened_archive:
        opened_archive.check()
        manifest = opened_archive.manifest
        with tempfile.TemporaryDirectory(prefix="verify-", dir=workplace) as folder, room.told(workplace):
            _verify_database(opened_archive, manifest, Path(folder))
    return manifest


def _verify_database(source: Archive, manifest: Manifest, folder: Path) -> None:
    names = [name for name in manifest.files if name.startswith(f"{DATABASE}/")]
    room.require(folder, sum(manifest.files[name].size for name in names))
    source.extract(folder, names)
    if manifest.database == "postgresql":
        postgresql.require_readable(folder / DATABASE / postgresql.DUMP)
    else:
        _count(manifest, folder / DATABASE / database.SQLITE_FILE)


def _count(manifest: Manifest, path: Path) -> None:
    if not path.exists():
        raise DamagedError(f"데이터베이스 {path.name}이 없습니다")
    require_known(manifest.migrations, "백업")
    with opened(database.sqlite(path), VERIFIED) as connection:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            if cursor.fetchone() != ("ok",):
                raise DamagedError("데이터베이스의 짜임이 깨졌습니다")
        if {*applied(VERIFIED)} != {*manifest.migrations}:
            raise DamagedError("자료 틀이 목록과 다릅니다")
        held = tables.sums(VERIFIED, models_at(manifest.migrations, "백업"))
    if differing := tables.differences(manifest.tables, held):
        raise DamagedError(f"표가 목록과 다릅니다: {', '.join(differing)}")
