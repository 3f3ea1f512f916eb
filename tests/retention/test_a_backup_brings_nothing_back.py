"""A backup made before the end, restored after it: the list ends the case anew before anybody can read it."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from benchmarks.places import environment
from eok.casework.models import Case
from eok.core import database
from eok.core.backup.make import make
from eok.core.launch.places import ROOT
from eok.core.opened import opened
from eok.core.retention import PENDING
from eok.papers import vault
from eok.papers.models import Upload
from eok.retention import destroyed, work
from tests.retention.years import deliberated

pytestmark = [
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file"),
]


@pytest.fixture
def files(django_db_blocker: Any) -> Any:
    """Databases opened for a while; Django's tests know only those of the settings."""
    with mock.patch.object(
        BaseDatabaseWrapper, "ensure_connection", django_db_blocker._real_ensure_connection
    ):
        yield


@pytest.fixture
def old(files: None, state_dir: Path, closed: Case, tmp_path: Path) -> Path:
    """A backup of the time when the case could be read."""
    return make(tmp_path / "old.tar", state_dir=state_dir).path


def test_the_case_cannot_be_read_from_an_old_backup(
    old: Path, closed: Case, over: date, state_dir: Path, tmp_path: Path
) -> None:
    deliberated(closed)
    work.run({})
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(state_dir / destroyed.FOLDER, elsewhere / destroyed.FOLDER)

    said = _restore(old, elsewhere)

    assert "다시 파기" in said
    with opened(database.sqlite(elsewhere / database.SQLITE_FILE), "elsewhere"):
        found = Case.objects.using("elsewhere").get(pk=closed.pk)
        uploads = list(Upload.objects.using("elsewhere").values_list("pk", flat=True))
    assert (found.state, bytes(found.wrapped_key)) == ("ended", b"")
    assert uploads
    assert not any((elsewhere / vault.name_of(upload)).exists() for upload in uploads)


def test_a_list_given_by_hand_is_taken_in(
    old: Path, closed: Case, over: date, state_dir: Path, tmp_path: Path
) -> None:
    deliberated(closed)
    work.run({})
    elsewhere = tmp_path / "elsewhere"

    said = _restore(old, elsewhere, "--destroyed", str(state_dir / destroyed.FOLDER))

    assert "1건을 다시 파기" in said


def test_a_restore_that_was_cut_off_does_not_open(
    old: Path, closed: Case, over: date, state_dir: Path, tmp_path: Path
) -> None:
    deliberated(closed)
    work.run({})
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / destroyed.FOLDER / "case" / "aa").mkdir(parents=True)
    (elsewhere / destroyed.FOLDER / "case" / "aa" / "torn.json").write_text("{", encoding="utf-8")
    refused = _run("restore", str(old), "--into", str(elsewhere))
    assert (refused.returncode, "열지 마세요" in refused.stderr) == (1, True)

    opening = _run("worker", state=elsewhere)

    assert opening.returncode != 0
    assert "되살리다 멈춰서" in opening.stdout + opening.stderr


def test_a_refused_restore_leaves_no_mark(old: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    _restore(old, elsewhere)

    refused = _run("restore", str(old), "--into", str(elsewhere))

    assert refused.returncode == 2
    assert not (elsewhere / PENDING).exists()


def test_without_a_list_the_operator_is_told(old: Path, state_dir: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"

    said = _restore(old, elsewhere)

    assert "파기 목록" in said
    assert "비어 있습니다" in said


def test_a_later_backup_carries_the_list(
    files: None, closed: Case, over: date, state_dir: Path, tmp_path: Path
) -> None:
    deliberated(closed)
    work.run({})

    made = make(tmp_path / "new.tar", state_dir=state_dir)

    names = [name for name in made.manifest.files if name.startswith(destroyed.FOLDER)]
    assert names == [f"{destroyed.FOLDER}/case/{str(closed.pk)[:2]}/{closed.pk}.json"]


def test_the_list_says_nothing_personal(closed: Case, over: date, state_dir: Path) -> None:
    deliberated(closed)
    keys = bytes(closed.wrapped_key).hex()

    work.run({})

    (line,) = (state_dir / destroyed.FOLDER / "case").rglob("*.json")
    facts = json.loads(line.read_text(encoding="utf-8"))
    assert len(facts["keys"]) >= 4
    assert all(word not in line.read_text(encoding="utf-8") for word in ("김하늘", "하늘식당", keys))


def test_nothing_of_the_key_stays_in_the_database_file(files: None, closed: Case, over: date) -> None:
    """개인정보 보호법 §21②: overwritten, also in free space and in the log."""
    key = bytes(Case.objects.get(pk=closed.pk).wrapped_key)
    path = Path(str(connection.settings_dict["NAME"]))
    if not path.exists():
        pytest.skip("the tests' database lies in memory")
    deliberated(closed)
    assert key in path.read_bytes() + _log(path)

    work.run({})

    assert key not in path.read_bytes() + _log(path)


def _log(path: Path) -> bytes:
    log = Path(f"{path}-wal")
    return log.read_bytes() if log.exists() else b""


def _restore(file: Path, folder: Path, *words: str) -> str:
    """As an operator does it, in a process of its own."""
    done = _run("restore", str(file), "--into", str(folder), *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _run(*words: str, state: Path | None = None) -> "subprocess.CompletedProcess[str]":
    surroundings = environment({"EOK_STATE_DIR": str(state)} if state else {})
    return subprocess.run(
        [sys.executable, "-m", "eok.run", *words],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
