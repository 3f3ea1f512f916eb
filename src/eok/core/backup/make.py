"""Make a backup while people go on filing.

The copy of the database shows one instant T. Files are written before the row that points at them and
dropped after the commit that ends it; so all that the copy points at was there at T, and is given a second
name right after T. Should one slip through between the two, the whole is done again.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import connections

from eok.core import clock, durable
from eok.core.backup import held, postgresql, reach, room, sqlite
from eok.core.backup.archive import DATABASE, Writer
from eok.core.backup.errors import NothingError, TargetError
from eok.core.backup.manifest import Manifest, program_version
from eok.core.backup.taken import Taken
from eok.core.keys import fingerprint, keyring

TRIES = 3
MARGIN = 16 * 1024 * 1024
"""Room for the tar's own lines, in bytes."""


@dataclass(frozen=True)
class Made:
    """A backup that lies whole under its name."""

    path: Path
    manifest: Manifest


def make(target: Path, *, state_dir: Path) -> Made:
    """target: the file to be, or a folder. Raises TargetError, NoRoomError, BackupRunsError, ToolError."""
    path = _final(target)
    with held.workplace(state_dir) as work, room.told(path.parent), reach.told():
        taken, missing = _take_whole(state_dir, work)
        _require_room(path.parent, taken, work)
        return Made(path, _write(path, taken, missing, work))


def _final(target: Path) -> Path:
    path = target / f"eok-{clock.seoul_now():%Y-%m-%d-%H%M%S}.tar" if target.is_dir() else target
    if not path.parent.is_dir():
        raise TargetError(
            f"{path.parent} 폴더가 없어 백업하지 않았습니다. 자료는 그대로입니다. 폴더를 만든 뒤 다시 실행해 주세요."
        )
    _require_absent(path)
    return path


def _require_absent(path: Path) -> None:
    if path.exists():
        raise TargetError(
            f"{path}이(가) 이미 있어 덮어쓰지 않았습니다. 있던 파일은 그대로입니다. 다른 이름을 적어 주세요."
        )


def _take_whole(state_dir: Path, work: Path) -> tuple[Taken, tuple[str, ...]]:
    """A copy with all its files; what is still missing after some tries was lost before, and is told."""
    for attempt in range(1, TRIES + 1):
        folder = work / str(attempt)
        folder.mkdir()
        taken = _take(state_dir, folder)
        missing = tuple(name for name in taken.references if not (folder / name).exists())
        if not missing:
            break
    return taken, missing


def _take(state_dir: Path, folder: Path) -> Taken:
    def hold() -> None:
        held.hold(state_dir, folder)

    connection = connections["default"]
    if connection.vendor == "postgresql":
        return postgresql.take("default", folder, at_once=hold)
    source = Path(str(connection.settings_dict["NAME"]))
    if not source.exists():
        raise NothingError(source)
    room.require(folder, source.stat().st_size)
    with room.told(state_dir):
        return sqlite.take(source, folder, at_once=hold)


def _require_room(folder: Path, taken: Taken, work: Path) -> None:
    held_files = (path for path in work.rglob("*") if path.is_file())
    room.require(folder, sum(path.stat().st_size + 1024 for path in held_files) + MARGIN)


def _write(path: Path, taken: Taken, missing: tuple[str, ...], work: Path) -> Manifest:
    """Under another name first: what bears the final one is whole and on the disk."""
    with durable.filled(path) as file:
        writer = Writer(file)
        writer.add(f"{DATABASE}/{taken.path.name}", taken.path)
        for name in sorted({*taken.references} - {*missing}):
            writer.add(name, taken.path.parent / name)
        manifest = _manifest(taken, missing, writer)
        writer.close(manifest)
        _require_absent(path)
    return manifest


def _manifest(taken: Taken, missing: tuple[str, ...], writer: Writer) -> Manifest:
    return Manifest(
        version=program_version(),
        database=taken.kind,
        made_at=clock.now().isoformat(),
        key=fingerprint(keyring()),
        migrations=taken.migrations,
        tables=taken.tables,
        files=writer.files,
        missing=missing,
    )
