"""Put a backup back into an empty place: all checked before, written aside, checked again, then named.

Nothing is believed that the manifest doesn't say, and nothing of the manifest that wasn't counted again
in the restored database.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eok.core import database, tables
from eok.core.backup import archive, kept, postgresql, reach, room
from eok.core.backup.archive import DATABASE, Archive
from eok.core.backup.errors import (
    DamagedError,
    DifferentError,
    KindError,
    NotEmptyError,
    OtherKeyError,
    TablesError,
)
from eok.core.backup.make import MARGIN
from eok.core.backup.manifest import Manifest
from eok.core.backup.taken import applied, models_at, require_known
from eok.core.durable import sync_folder
from eok.core.keys import Keyring, fingerprint
from eok.core.opened import opened

RESTORED = "restored"
"""Alias of the database while it is put back."""


def restore(file: Path, *, state_dir: Path, url: str, keys: Keyring | None) -> Manifest:
    """Into an empty state folder and, where url names one, an empty PostgreSQL database.

    keys: those that lie here, if any. Raises DamagedError, NotEmptyError, KindError, OtherKeyError, TablesError,
    NoRoomError, ToolError, DifferentError.
    """
    with archive.opened(file, kept.folders()) as opened_archive:
        manifest = opened_archive.manifest
        require_known(manifest.migrations, "백업")
        _require_kind(manifest, url)
        _require_key(manifest, keys)
        _require_empty(state_dir)
        room.require(state_dir, sum(told.size for told in manifest.files.values()) + MARGIN)
        opened_archive.check()
        with _aside(state_dir) as draft, room.told(state_dir), reach.told():
            _write(opened_archive, draft)
            _put_back(manifest, draft, url)
            _name(draft, state_dir)
    return manifest


def _require_kind(manifest: Manifest, url: str) -> None:
    if manifest.database != ("postgresql" if url else "sqlite"):
        raise KindError(
            f"이 백업은 {manifest.database}의 것인데 EOK_DATABASE_URL은 다른 종류를 가리켜 되살리지 않았습니다. "
            "아무것도 바꾸지 않았습니다. SQLite 백업이면 EOK_DATABASE_URL을 비우고, PostgreSQL 백업이면 빈 데이터베이스를 적어 주세요."
        )


def _require_key(manifest: Manifest, keys: Keyring | None) -> None:
    if keys is not None and manifest.key not in keys.fingerprints():
        raise OtherKeyError(
            f"여기 있는 district.key(지문 {fingerprint(keys)})는 이 백업의 것(지문 {manifest.key})이 아닙니다. "
            "되살려도 읽을 수 없으므로 아무것도 바꾸지 않았습니다. 그 열쇠를 keys 폴더에 둔 뒤 다시 실행해 주세요."
        )


def _require_empty(state_dir: Path) -> None:
    """Keys and installed packages may lie there already."""
    state_dir.mkdir(parents=True, exist_ok=True)
    for name in (database.SQLITE_FILE, f"{database.SQLITE_FILE}-wal"):
        if (state_dir / name).exists():
            raise NotEmptyError(str(state_dir / name))
    for name in kept.folders():
        taken = (state_dir / name).is_dir() and any((state_dir / name).iterdir())
        if taken and name not in kept.joining():
            raise NotEmptyError(str(state_dir / name))


@contextmanager
def _aside(state_dir: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="restore-", dir=state_dir))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(source: Archive, draft: Path) -> None:
    """On the disk, and read again from there."""
    source.extract(draft)
    os.sync()
    for name, told in source.manifest.files.items():
        with (draft / name).open("rb") as file:
            archive.require_same(name, file, told)


def _put_back(manifest: Manifest, draft: Path, url: str) -> None:
    settings = database.postgresql(url) if url else database.sqlite(_copy(draft, database.SQLITE_FILE))
    with opened(settings, RESTORED) as connection:
        if url:
            if connection.introspection.table_names():
                raise NotEmptyError(f"데이터베이스 {settings['NAME']}")
            postgresql.put_back(_copy(draft, postgresql.DUMP), RESTORED)
        _require_told(manifest, applied(RESTORED))
        differing = tables.differences(
            manifest.tables, tables.sums(RESTORED, models_at(manifest.migrations, "백업"))
        )
    if differing:
        raise DifferentError(
            f"되살린 표가 백업의 목록과 다릅니다: {', '.join(differing)}. 백업 파일은 그대로입니다. "
            "이 데이터베이스는 쓰지 말고 지운 뒤, 다른 백업으로 다시 실행해 주세요."
        )


def _require_told(manifest: Manifest, migrations: tuple[str, ...]) -> None:
    if differing := sorted({*manifest.migrations} ^ {*migrations}):
        raise TablesError(
            f"되살린 자료의 틀이 백업의 목록과 다릅니다({differing[0]}). 백업 파일은 그대로입니다. "
            "이 파일을 옮긴 과정을 확인하고, 다른 백업으로 다시 실행해 주세요."
        )


def _copy(draft: Path, name: str) -> Path:
    path = draft / DATABASE / name
    if not path.exists():
        raise DamagedError(f"데이터베이스 {name}이 없습니다")
    return path


def _name(draft: Path, state_dir: Path) -> None:
    """The database last: a state folder that has one is whole."""
    for name in kept.folders():
        if (draft / name).is_dir():
            _lay(draft / name, state_dir / name, below=state_dir)
    copy = draft / DATABASE / database.SQLITE_FILE
    if copy.exists():
        copy.replace(state_dir / database.SQLITE_FILE)
    sync_folder(state_dir)


def _lay(folder: Path, place: Path, *, below: Path) -> None:
    """As it is, or each file beside those that lie there already."""
    if place.is_dir():
        shutil.copytree(folder, place, dirs_exist_ok=True)
        return
    for above in reversed(place.relative_to(below).parents[:-1]):
        (below / above).mkdir(mode=0o700, exist_ok=True)
    folder.replace(place)
