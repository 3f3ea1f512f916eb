"""Moved to PostgreSQL, every table is what it was, or nothing was moved and SQLite stays the truth."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, connections

from benchmarks.places import environment
from eok.accounts.models import Person
from eok.core import database, tables
from eok.core.backup import sqlite
from eok.core.backup.errors import DifferentError, KindError, NotEmptyError, ToolError
from eok.core.backup.move import move
from eok.core.models import Job, Serial
from eok.core.opened import opened
from eok.core.sqlite import queue
from eok.core.sqlite.queue import QueueTimeoutError
from eok.trail.models import Reading

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="moves from an SQLite file"),
]

NewDatabase = Callable[[], str]
HOLD = """
import sys
from eok.core.launch.running import only_one
with only_one("http://here"):
    print("open", flush=True)
    sys.stdin.read()
"""


def rows_in(url: str) -> int:
    with opened(database.postgresql(url), "moved"):
        return sum(table.rows for table in tables.sums("moved").values())


def test_every_table_is_the_same_afterwards(filled: Path, empty_database: NewDatabase) -> None:
    url = empty_database()
    before = tables.sums("default")

    said = move(url)

    with opened(database.postgresql(url), "moved"):
        moved = tables.sums("moved")
    assert moved == said == before == tables.sums("default")
    assert moved["casework_case"].rows == 2


def test_numbers_once_given_are_not_given_again(filled: Path, database_with_tables: NewDatabase) -> None:
    url = database_with_tables()
    job = Job.objects.create(name="gone", key="1", payload="{}", due_at="2026-11-23T05:00:00Z")
    Job.objects.filter(pk=job.pk).delete()

    move(url)

    with opened(database.postgresql(url), "moved"):
        new = Job.objects.using("moved").create(name="new", key="1", payload="{}", due_at=job.due_at)
    assert new.pk == job.pk + 1


def test_a_target_with_rows_is_left_as_it_is(filled: Path, database_with_tables: NewDatabase) -> None:
    url = database_with_tables()
    move(url)
    rows = rows_in(url)

    with pytest.raises(NotEmptyError, match="이미 자료가 있어"):
        move(url)

    assert rows_in(url) == rows


def test_a_row_that_postgresql_does_not_take_is_named_and_all_is_taken_back(
    filled: Path, database_with_tables: NewDatabase
) -> None:
    url = database_with_tables()
    Serial.objects.create(series="far too long " * 10, last=1)

    with pytest.raises(DifferentError, match="표 core_serial의 줄을"):
        move(url)

    assert rows_in(url) == 0


def test_a_table_that_differs_is_named_and_all_is_taken_back(
    filled: Path, database_with_tables: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = database_with_tables()
    copy = move.__globals__["_copy"]

    def forget_readings(table: tables.Table) -> None:
        if table is not Reading:
            copy(table)

    Reading.objects.create(
        at="2026-11-23T05:00:00Z", reader_kind="officer", reader="1", subject="case:1", purpose="시험"
    )
    monkeypatch.setitem(move.__globals__, "_copy", forget_readings)

    with pytest.raises(DifferentError, match="SQLite와 다릅니다: trail_reading"):
        move(url)

    assert rows_in(url) == 0
    assert Person.objects.exists()


def test_nobody_writes_while_it_moves_and_who_writes_is_named(
    filled: Path, empty_database: NewDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "WAIT_SECONDS", 0.2)
    path = Path(str(connections["default"].settings_dict["NAME"]))

    with sqlite.standing_in_line(path), pytest.raises(QueueTimeoutError):
        move(empty_database())


def test_an_open_house_is_not_moved(tmp_path: Path, empty_database: NewDatabase) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=house(tmp_path)
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        words = [sys.executable, "-m", "eok.run", "move-database", "--to", empty_database()]
        done = subprocess.run(words, env=house(tmp_path), capture_output=True, text=True, check=False)
        holder.communicate()

    assert done.returncode == 2
    assert "이미 열려 있습니다: http://here" in done.stderr


def house(folder: Path) -> dict[str, str]:
    return environment({"EOK_STATE_DIR": str(folder)})


def test_an_address_of_another_kind_is_refused(filled: Path) -> None:
    with pytest.raises(KindError, match="postgresql://"):
        move("mysql://somebody@somewhere/else")


def test_a_server_that_does_not_answer_is_said(filled: Path) -> None:
    with pytest.raises(ToolError, match="있던 자료는 그대로입니다"):
        move("postgresql://somebody@127.0.0.1:1/else")
