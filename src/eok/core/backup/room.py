"""Room on the disk: asked before, and a full disk told as its sentence."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eok.core.backup.errors import NoRoomError

FULL = (errno.ENOSPC, errno.EDQUOT)


def require(folder: Path, size: int) -> None:
    """size: bytes. Raises NoRoomError."""
    if shutil.disk_usage(folder).free < size:
        raise NoRoomError(folder, size)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Makes a full disk, met while writing, a NoRoomError."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise NoRoomError(folder) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        raise NoRoomError(folder) from error
