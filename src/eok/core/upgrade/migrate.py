"""Change the tables while the old program goes on: each change waits briefly for its lock, or gives way.

A change that waits for a table on PostgreSQL makes everybody behind it wait; so it waits LOCK_SECONDS, gives
way and tries again. On SQLite each change stands in the writers' queue like any other writer.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, DatabaseError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration

from eok.core.postgresql import locks
from eok.core.sqlite.queue import QueueTimeoutError
from eok.core.upgrade.errors import MigrationError, UpgradeRunsError

LOCK_SECONDS = 3
STATEMENT_MINUTES = 30
TRIES = 5


def migrate(progress: Callable[[str], None]) -> int:
    """How many changes were made. Raises MigrationError, UpgradeRunsError."""
    connection = connections[DEFAULT_DB_ALIAS]
    with _alone(connection):
        done = 0
        while plan := _plan(connection):
            migration = plan[0]
            progress(f"{migration.app_label}.{migration.name}")
            _apply(connection, migration)
            done += 1
        return done


def _plan(connection: BaseDatabaseWrapper) -> list[Migration]:
    executor = MigrationExecutor(connection)
    return [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def _apply(connection: BaseDatabaseWrapper, migration: Migration) -> None:
    for attempt in range(1, TRIES + 1):
        try:
            executor = MigrationExecutor(connection)
            executor.migrate([(migration.app_label, migration.name)])
        except (OperationalError, QueueTimeoutError) as error:
            if attempt == TRIES or not _gave_way(error):
                raise _error(migration, error) from error
        except (DatabaseError, ValueError, LookupError) as error:
            raise _error(migration, error) from error
        else:
            return


def _gave_way(error: Exception) -> bool:
    """Whether it only had to wait too long."""
    return isinstance(error, QueueTimeoutError) or "lock timeout" in str(error)


def _error(migration: Migration, error: Exception) -> MigrationError:
    return MigrationError(
        f"자료 틀 {migration.app_label}.{migration.name}을(를) 바꾸지 못했습니다({error}). "
        "그 바꿈은 하지 않은 것으로 되돌려졌습니다. 까닭을 고친 뒤 ./eok upgrade를 다시 실행해 주세요."
    )


@contextmanager
def _alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """One upgrade at a time, which gives way to filings. Raises UpgradeRunsError."""
    if connection.vendor != "postgresql":
        yield
        return
    with locks.if_free(locks.Lock.UPGRADE) as ours:
        if not ours:
            raise UpgradeRunsError
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
            cursor.execute(f"SET statement_timeout = '{STATEMENT_MINUTES}min'")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")
                cursor.execute("RESET statement_timeout")
