"""A file that is there whole, or as it was, however the machine ends: the one place where this is done.

Content first, then the name, then the folders the name stands in; each lies on the disk before the next begins.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def filled(path: Path, *, folders: int = 1, once: bool = False) -> Iterator[IO[bytes]]:
    """A file to fill (0600), under its name only once it lies on the disk; not at all when filling it failed.

    folders: how many above it are made durable too: a new folder is lost with all in it until the one above is.
    once: never over another process's file, the first one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _name(draft, path, once=once)
    finally:
        draft.unlink(missing_ok=True)
    for folder in path.parents[:folders]:
        sync_folder(folder)


def write(path: Path, content: bytes, *, folders: int = 1) -> None:
    """The old content or the new one, at every instant."""
    with filled(path, folders=folders) as file:
        file.write(content)


def write_once(path: Path, content: bytes, *, folders: int = 1) -> None:
    """Never over another process's file: the first one stays, and is durable when this returns."""
    with filled(path, folders=folders, once=True) as file:
        file.write(content)


def drop_drafts(path: Path) -> None:
    """What a process that was killed while filling it left beside it."""
    for draft in path.parent.glob(f".{path.name}.*"):
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes the names in it durable."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _name(draft: Path, path: Path, *, once: bool) -> None:
    if not once:
        draft.replace(path)
        return
    with suppress(FileExistsError):
        os.link(draft, path)
