"""Whatever fails, it is said who serves now, and the last release's data are as it left them."""

import fcntl
import json
import subprocess
import sys
from pathlib import Path

import pytest

from eok.core.launch.places import ROOT
from eok.core.upgrade import installed
from tests.upgrade.conftest import Old

START = """
import sys
from eok.core.launch.framework import set_up
set_up()
from django.db import connection, migrations
from eok.run import main
from eok.core.upgrade import migrate, readiness, rollback, smoke, steps
"""
RUN = "\nsys.exit(main(['upgrade', '--json']))"
LAST_MIGRATION_BREAKS = """
from django.db import DatabaseError
apply, done = migrate._apply, []
def breaks(connection, migration):
    if done:
        raise migrate._error(migration, DatabaseError("no such luck"))
    apply(connection, migration)
    done.append(migration)
migrate._apply = breaks
"""
TABLES_BREAK = """
def breaks(connection, migration):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE casework_caseevent DROP COLUMN verb")
    raise migrate._error(migration, ValueError("half done"))
migrate._apply = breaks
"""
WRITTEN_MEANWHILE = """
from eok.core.models import Serial
real = steps.Upgrade._put_back
def later(self):
    Serial.objects.create(series="written meanwhile", last=1)
    return real(self)
steps.Upgrade._put_back = later
"""
NOBODY_READS_A_JOB = """
from eok.core import outbox
smoke.outbox = type("Nothing", (), {"handlers": staticmethod(dict), "spelling": outbox.spelling})
"""
CONTRACTS = """
from eok.core.upgrade.compatible import Breach
readiness.found_breaches = lambda: [Breach("toys.0002_gone", "Remove field", "칸을 없앱니다")]
"""


def upgrade(old: Old, change: str) -> tuple[int, str]:
    """`./eok upgrade --json` of a program with a fault."""
    words = [sys.executable, "-c", START + change + RUN]
    done = subprocess.run(words, cwd=ROOT, env=old.environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def holds(old: Old) -> str:
    """How many events there are, read as the last release reads them."""
    return old.run(
        "from eok.casework.models import CaseEvent\nprint(CaseEvent.objects.values('verb').count())"
    ).strip()


def test_a_change_that_fails_leaves_the_old_program_its_tables(on_sqlite: Old) -> None:
    code, said = upgrade(on_sqlite, LAST_MIGRATION_BREAKS)

    assert code == 1
    assert "no such luck" in said and "옛 판이 읽을 수 있습니다" in said
    assert not (on_sqlite.folder / installed.FILE).exists()
    assert on_sqlite.eok("upgrade")[0] == 0


def test_broken_tables_are_exchanged_for_the_backup(on_sqlite: Old) -> None:
    before = holds(on_sqlite)

    code, said = upgrade(on_sqlite, TABLES_BREAK)

    assert code == 1
    assert "백업의 자료로 되돌렸습니다" in said
    assert holds(on_sqlite) == before
    assert len(list((on_sqlite.folder / "upgrade").glob("broken-*.sqlite3"))) == 1
    assert on_sqlite.eok("upgrade")[0] == 0


@pytest.mark.parametrize("meanwhile", ["written", "open"])
def test_what_was_written_since_the_backup_is_never_thrown_away(on_sqlite: Old, meanwhile: str) -> None:
    with (on_sqlite.folder / "running").open("w") as lock:
        lock.write("http://127.0.0.1:8000")
        lock.flush()
        if meanwhile == "open":
            fcntl.flock(lock, fcntl.LOCK_EX)

        code, said = upgrade(on_sqlite, TABLES_BREAK + (WRITTEN_MEANWHILE if meanwhile == "written" else ""))

    assert code == 1
    assert "스스로 되돌리지 않았습니다" in said
    assert list((on_sqlite.folder / "upgrade").glob("broken-*")) == []


def test_a_new_program_that_cannot_read_a_waiting_job_does_not_take_over(on_sqlite: Old) -> None:
    code, said = upgrade(on_sqlite, NOBODY_READS_A_JOB)

    told = json.loads(said.splitlines()[0])
    assert code == 1
    assert "맡은 곳이 없습니다" in told["error"] and "옛 판이 돌고 있으면 그대로" in told["error"]
    assert [step["step"] for step in told["steps"]] == [
        "살펴보기",
        "백업",
        "자료 틀",
        "파기 목록",
        "민원사무 검사",
    ]
    assert not (on_sqlite.folder / installed.FILE).exists()


def test_a_change_the_old_program_would_not_survive_is_not_begun(on_sqlite: Old) -> None:
    code, said = upgrade(on_sqlite, CONTRACTS)

    assert code == 2
    assert "toys.0002_gone" in said and "아무것도 바꾸지 않았고" in said
    assert list((on_sqlite.folder / "upgrade").glob("*.tar")) == []


def test_a_program_older_than_the_data_does_nothing(on_sqlite: Old) -> None:
    (on_sqlite.folder / installed.FILE).write_text('{"version": "9.0.0", "since": ""}')

    code, said = on_sqlite.eok("upgrade")

    assert code == 2
    assert "더 새로운 판(9.0.0)" in said


def test_without_the_key_nothing_is_begun(on_sqlite: Old) -> None:
    (on_sqlite.folder / "keys" / "district.key").unlink()

    code, said = on_sqlite.eok("upgrade")

    assert code == 2
    assert "열쇠가 keys 폴더에 없습니다" in said


def test_two_at_once_are_one(on_sqlite: Old) -> None:
    folder = on_sqlite.folder / "upgrade"
    folder.mkdir()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        code, said = on_sqlite.eok("upgrade")

    assert code == 2
    assert "다른 올리기가 진행되고 있어" in said


def test_a_folder_without_data_is_named(on_sqlite: Old, tmp_path: Path) -> None:
    empty = {**on_sqlite.environment, "EOK_STATE_DIR": str(tmp_path / "empty")}

    code, said = Old(tmp_path, empty, "sqlite").eok("upgrade", "--check")

    assert code == 2
    assert "올릴 자료가 없습니다" in said


def test_a_folder_that_is_no_release_is_named(on_sqlite: Old, tmp_path: Path) -> None:
    code, said = on_sqlite.eok("upgrade", "--to", str(tmp_path))

    assert code == 2
    assert "eok이 없습니다" in said


def test_production_does_not_open_data_that_were_not_upgraded(on_sqlite: Old) -> None:
    (on_sqlite.folder / "keys" / "demonstration").unlink()
    settings = {
        "EOK_PRODUCTION": "1",
        "EOK_BASE_URL": "https://eok.example.go.kr",
        "EOK_SECRET_KEY": "s" * 48,
    }
    kept = {name: value for name, value in on_sqlite.environment.items() if name != "EOK_CLOCK"}
    production = Old(on_sqlite.folder, {**kept, **settings}, "sqlite")

    code, said = production.eok("prepare", "--no-demo")

    assert code == 2
    assert "./eok upgrade로 새 판으로 올린 뒤" in said
    assert holds(on_sqlite) == "30"
