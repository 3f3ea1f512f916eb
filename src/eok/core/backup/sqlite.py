"""Copies of an SQLite database, while others go on writing.

A reader of the write-ahead log sees one instant for as long as it reads, and nobody waits for it. Only
opening and closing, which may touch the log, stand in the writers' queue.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from eok.core import database
from eok.core.backup.errors import NothingError
from eok.core.backup.taken import Taken, look
from eok.core.opened import opened
from eok.core.sqlite.queue import WriteQueue

COPY = "copy"
"""Alias of a copy while it is read."""


def take(source: Path, folder: Path, *, at_once: Callable[[], None]) -> Taken:
    """at_once: what is done the moment after the instant the copy shows."""
    path = folder / database.SQLITE_FILE
    with _instant(source) as reader:
        at_once()
        with closing(sqlite3.connect(path)) as copy:
            reader.backup(copy)
    with opened(database.sqlite(path), COPY):
        return look(COPY, path)


@contextmanager
def standing_in_line(path: Path) -> Iterator[None]:
    """Nobody else writes to the database meanwhile. Raises NothingError, QueueTimeoutError."""
    if not path.exists():
        raise NothingError(path)
    queue = WriteQueue(Path(f"{path}.lock"))
    queue.enter()
    try:
        yield
    finally:
        queue.leave()
        queue.close()


@contextmanager
def _instant(source: Path) -> Iterator[sqlite3.Connection]:
    with standing_in_line(source):
        reader = sqlite3.connect(source, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT 1 FROM sqlite_master").fetchone()  # from here on it sees this instant
    try:
        yield reader
    finally:
        with standing_in_line(source):
            reader.close()
