"""Files held for a backup: a second name for each, so that one that is dropped meanwhile stays until the end."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eok.core.backup import kept
from eok.core.backup.errors import BackupRunsError

WORK = "backup"
"""Folder below the state folder, there while a backup is made."""


@contextmanager
def workplace(state_dir: Path) -> Iterator[Path]:
    """An empty folder on the disk of the state folder; what a killed backup left is removed."""
    folder = state_dir / WORK
    with (state_dir / f"{WORK}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupRunsError from error
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def hold(state_dir: Path, folder: Path) -> None:
    """Takes seconds where reading all of them would take minutes."""
    for name in kept.folders():
        for path in (state_dir / name).rglob("*"):
            if not path.name.startswith(".") and path.is_file():
                _link(path, folder / path.relative_to(state_dir))


def _link(path: Path, second: Path) -> None:
    second.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, second)
    except FileNotFoundError:
        return  # dropped this moment; whether the copy points at it is asked later
