"""Nothing of an emptied key stays in the pages of the database file (개인정보 보호법 §21②; 시행령 §16① 1호).

SQLite leaves what was overwritten lying in free space unless it is told to zero it; the write-ahead log holds older
pages until it is folded in. PostgreSQL keeps old versions of a row until VACUUM and in its own log: `docs/retention.md`
says what an operator does there.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def none_left() -> Iterator[None]:
    """Around the transaction that empties keys."""
    if connection.vendor != "sqlite":
        yield
        return
    _pragma("secure_delete = ON")
    try:
        yield
    finally:
        _pragma("secure_delete = OFF")


def fold_log() -> bool:
    """Fold the write-ahead log into the file and cut it; false while somebody still reads an older page."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError:
            return False
        busy, _, _ = cursor.fetchone()
    return not busy


def _pragma(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
