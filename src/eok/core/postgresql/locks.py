"""The named locks of the house on PostgreSQL: what SQLite's file locks and its one worker give by themselves.

Each lives in a transaction of a connection of its own (`pg_advisory_xact_lock`), so that it ends with its
holder however that ends, and works behind a pooler per transaction too. No other module asks for an
advisory lock; a test sees to it. What needs none: serial numbers (the row of the series is locked),
recurring jobs and the outbox (rows are claimed by an update whose count is compared with 1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    import psycopg

HOUSE = 0x656F6B
"""The first of PostgreSQL's two numbers: "eok", so that a stranger's lock in the same database is never ours."""


class Lock(IntEnum):
    """The second number. Never given to something else."""

    PREPARE = 1
    """Tables, catalogue and people brought up to date: two machines that start at once do it one after the other."""
    SEAL = 2
    """Sealing the record: two workers would sign the same links, and one of them in vain."""
    UPGRADE = 3
    """Migrations of a new release while the old one is open: one `./eok upgrade` at a time."""


@contextmanager
def waiting(lock: Lock) -> Iterator[None]:
    """Alone in this database, once whoever was first is done. Raises OperationalError."""
    with _asked("pg_advisory_xact_lock", lock):
        yield


@contextmanager
def if_free(lock: Lock) -> Iterator[bool]:
    """True: ours until the end. False: somebody else's."""
    with _asked("pg_try_advisory_xact_lock", lock) as answer:
        yield answer is not False


@contextmanager
def _asked(function: str, lock: Lock) -> Iterator[object]:
    """The server's answer, and its transaction held open; on SQLite None, for there one is alone already."""
    if connection.vendor != "postgresql":
        yield None
        return
    with _beside() as line:
        with connection.wrap_database_errors:
            row = line.execute(f"SELECT {function}(%s, %s)", [HOUSE, lock.value]).fetchone()
        yield row[0] if row else False


@contextmanager
def _beside() -> "Iterator[psycopg.Connection[Any]]":
    """A connection to the same database that no transaction of ours uses; what it holds ends with it."""
    import psycopg  # SQLite's houses do without

    with connection.wrap_database_errors:
        line = psycopg.connect(**connection.get_connection_params())
    try:
        yield line
    finally:
        line.close()
