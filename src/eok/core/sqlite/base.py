"""DatabaseWrapper: transactions and single writes stand in the queue of `queue.py`.

Autocommit writes take the lock for their one statement; INSERT … RETURNING is switched off because
such a statement commits only after its rows were fetched, outside the lock.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, features

from eok.core.sqlite.queue import WriteQueue

_READS = re.compile(r"\s*(SELECT|PRAGMA|EXPLAIN|WITH|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)\b", re.I)


@lru_cache(maxsize=1024)
def _question_marks(query: str) -> str:
    """Django's %s as SQLite wants them; most statements are asked again and again."""
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")


class DatabaseFeatures(features.DatabaseFeatures):
    can_return_columns_from_insert = False
    can_return_rows_from_bulk_insert = False


class QueueingCursor(base.SQLiteCursorWrapper):
    """A cursor whose lone writes wait their turn."""

    def __init__(self, connection: Any, wrapper: "DatabaseWrapper") -> None:
        super().__init__(connection)
        self._wrapper = wrapper

    def execute(self, query: str, params: Any = None) -> Any:
        if self._wrapper.in_atomic_block:
            return super().execute(query, params)
        with self._wrapper.in_turn(query):
            return super().execute(query, params)

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        if param_names is not None:
            return super().convert_query(query, param_names=param_names)
        return _question_marks(query)

    def executemany(self, query: str, param_list: Any) -> Any:
        with self._wrapper.in_turn(query):
            return super().executemany(query, param_list)


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._queue: WriteQueue | None = None

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=lambda connection: QueueingCursor(connection, self))

    @contextmanager
    def in_turn(self, query: str) -> Iterator[None]:
        """Hold the lock for one statement, if it writes outside a transaction."""
        if self.in_atomic_block or not self.get_autocommit() or _READS.match(query):
            yield
            return
        self._enter()
        try:
            yield
        finally:
            self._leave()

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # django-stubs leaves it out
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]  # django-stubs leaves it out
        finally:
            self._leave()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # django-stubs leaves it out
        finally:
            self._leave()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]  # django-stubs leaves it out
        finally:
            if self._queue:
                self._queue.close()
                self._queue = None

    def _enter(self) -> None:
        if self.is_in_memory_db():
            return
        if self._queue is None:
            self._queue = WriteQueue(Path(f"{self.settings_dict['NAME']}.lock"))
        self._queue.enter()

    def _leave(self) -> None:
        if self._queue:
            self._queue.leave()
