"""The rows of one filing written bare: the same rows, copied, by the driver alone, one transaction each.

No form, no check, no session, no encryption, no ORM: what nothing that files durably can do without.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import psycopg

from eok.core.database import databases

NEVER = "2100-01-01 00:00:00+00:00"
"""When the copied jobs are due."""
LAST = "SELECT * FROM {} ORDER BY {} DESC LIMIT {}"
SERIAL = "UPDATE core_serial SET last = last + 0 WHERE series LIKE 'application:%'"
SYNCED = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


@dataclass(frozen=True)
class Row:
    """A row as it was stored, to be stored again under other keys."""

    table: str
    values: dict[str, Any]  # whatever the driver gave

    def insert(self, mark: str) -> str:
        columns = ", ".join(f'"{name}"' for name in self.values)
        return f"INSERT INTO {self.table} ({columns}) VALUES ({', '.join([mark] * len(self.values))})"  # noqa: S608  # own names


@dataclass(frozen=True)
class Cost:
    """Of one transaction."""

    cpu_seconds: float
    """Of the writing process; of a database server's not."""
    seconds: float


class Writer:
    """Writes copies of the filing that was the last when it was made."""

    def __init__(self, url: str, state_dir: Path) -> None:
        self._mark = "%s" if url else "?"
        self._connection: Any = psycopg.connect(url, autocommit=True) if url else _sqlite(state_dir)
        self._rows = list(self._read())

    def close(self) -> None:
        self._connection.close()

    @property
    def bytes(self) -> int:
        """About the size of what one transaction writes."""
        return sum(
            len(v) if isinstance(v, str | bytes) else 8 for row in self._rows for v in row.values.values()
        )

    def write(self, count: int) -> Cost:
        """So many transactions; the mean of one."""
        began, cpu = perf_counter(), process_time()
        for _ in range(count):
            self._one()
        return Cost((process_time() - cpu) / count, (perf_counter() - began) / count)

    def _one(self) -> None:
        application, case, event, *jobs = self._rows
        new = {"application": uuid.uuid4(), "case": uuid.uuid4(), "draft": uuid.uuid4()}
        names = {name: key if self._mark == "%s" else key.hex for name, key in new.items()}
        number = new["application"].hex[:20]
        self._execute("BEGIN IMMEDIATE" if self._mark == "?" else "BEGIN")
        self._insert(application, id=names["application"], application_no=number, draft_id=names["draft"])
        self._insert(case, id=names["case"], application_id=names["application"], case_no=None)
        self._insert(event, case_id=names["case"])
        for job in jobs:
            self._insert(job, key=f"{number}{job.values['name']}"[:120], due_at=NEVER)
        self._execute(SERIAL)
        self._execute("COMMIT")

    def _insert(self, row: Row, **other: object) -> None:
        self._execute(row.insert(self._mark), tuple({**row.values, **other}.values()))

    def _execute(self, sql: str, values: tuple[object, ...] = ()) -> None:
        if values:
            self._connection.execute(sql, values)
        else:
            self._connection.execute(sql)

    def _read(self) -> Iterator[Row]:
        """Application, case, first event, and the two jobs that follow a filing."""
        yield from self._last("applications_application", "filed_at", 1)
        yield from self._last("casework_case", "filed_at", 1)
        (event,) = self._last("casework_caseevent", "id", 1)
        yield Row(event.table, {**event.values, "sequence": 1})
        yield from self._last("core_job", "id", 2)

    def _last(self, table: str, order: str, count: int) -> Iterator[Row]:
        cursor = self._connection.execute(LAST.format(table, order, count))
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            if table in ("casework_caseevent", "core_job"):
                del row["id"]
            yield Row(table, row)


def _sqlite(state_dir: Path) -> sqlite3.Connection:
    path = databases("", state_dir)["default"]["NAME"]
    connection = sqlite3.connect(str(path), timeout=20, isolation_level=None)
    with closing(connection.cursor()) as cursor:
        for pragma in SYNCED:
            cursor.execute(f"PRAGMA {pragma}")
    return connection
