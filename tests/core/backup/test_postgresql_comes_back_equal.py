"""`./eok backup` and `./eok restore` as an operator types them, on both kinds of database."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from benchmarks.places import environment
from eok.core import database, tables
from eok.core.backup import postgresql
from eok.core.backup.errors import ToolError
from eok.core.backup.make import Made
from eok.core.backup.move import move
from eok.core.backup.restore import restore
from eok.core.keys import fingerprint, keyring
from eok.core.opened import opened

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="begins with an SQLite file"),
]

NewDatabase = Callable[[], str]


@pytest.fixture
def house(filled: Path, empty_database: NewDatabase) -> dict[str, str]:
    """Settings of a house on PostgreSQL, with its keys."""
    url = empty_database()
    move(url)
    keys = keyring().certificate_dir().parent
    if keys != filled / "keys":  # whoever asks for the keyring first decides where it lies
        shutil.copytree(keys, filled / "keys")
    return {"EOK_STATE_DIR": str(filled), "EOK_DATABASE_URL": url}


def eok(settings: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "eok.run", *words], env=environment(settings), capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def sums(url: str) -> dict[str, tables.Sum]:
    with opened(database.postgresql(url), "looked_at"):
        return tables.sums("looked_at")


def test_a_house_on_postgresql_comes_back_equal_but_for_sessions(
    house: dict[str, str], tmp_path: Path, empty_database: NewDatabase
) -> None:
    file, elsewhere, url = tmp_path / "one.tar", tmp_path / "elsewhere", empty_database()
    with psycopg.connect(house["EOK_DATABASE_URL"]) as connected:
        connected.execute("INSERT INTO django_session VALUES ('key', 'data', now())")

    made = eok(house, "backup", str(file))
    back = eok({"EOK_DATABASE_URL": url}, "restore", str(file), "--into", str(elsewhere))

    assert (made.returncode, back.returncode) == (0, 0), made.stderr + back.stderr
    assert sums(url) == sums(house["EOK_DATABASE_URL"])
    with psycopg.connect(url) as connected:
        assert connected.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    assert len([path for path in (elsewhere / "uploads").rglob("*") if path.is_file()]) == 2
    assert f"지문이 {fingerprint(keyring())}인 district.key" in back.stdout


def test_a_database_with_tables_is_left_as_it_is(house: dict[str, str], tmp_path: Path) -> None:
    eok(house, "backup", str(tmp_path / "one.tar"))
    before = sums(house["EOK_DATABASE_URL"])

    back = eok(house, "restore", str(tmp_path / "one.tar"), "--into", str(tmp_path / "elsewhere"))

    assert back.returncode == 2
    assert "이미 자료가 있어 아무것도 쓰지 않았습니다" in back.stderr
    assert sums(house["EOK_DATABASE_URL"]) == before


def test_a_server_that_does_not_answer_is_said(house: dict[str, str], tmp_path: Path) -> None:
    nobody = {**house, "EOK_DATABASE_URL": "postgresql://somebody@127.0.0.1:1/else"}
    eok(house, "backup", str(tmp_path / "one.tar"))

    made = eok(nobody, "backup", str(tmp_path / "two.tar"))
    back = eok(nobody, "restore", str(tmp_path / "one.tar"), "--into", str(tmp_path / "elsewhere"))

    assert (made.returncode, back.returncode) == (2, 2)
    assert all("데이터베이스에 닿지 못했거나" in done.stderr for done in (made, back))


def test_a_house_never_opened_has_nothing_to_back_up(tmp_path: Path) -> None:
    done = eok({"EOK_STATE_DIR": str(tmp_path / "new")}, "backup", str(tmp_path / "one.tar"))

    assert done.returncode == 2
    assert "자료가 없어" in done.stderr.replace(f"({tmp_path / 'new' / database.SQLITE_FILE})", "")


def test_without_pg_dump_it_is_said_what_to_install(
    house: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "find", lambda name: None)

    with (
        opened(database.postgresql(house["EOK_DATABASE_URL"]), "looked_at"),
        pytest.raises(ToolError, match="apt-get install -y postgresql-client"),
    ):
        postgresql.take("looked_at", tmp_path, at_once=lambda: None)


def test_a_house_on_sqlite_comes_back_equal_by_the_same_words(made: Made, tmp_path: Path) -> None:
    first, second, file = tmp_path / "first", tmp_path / "second", tmp_path / "two.tar"
    restore(made.path, state_dir=first, url="", keys=None)
    shutil.copytree(keyring().certificate_dir().parent, first / "keys")

    said = eok({"EOK_STATE_DIR": str(first)}, "backup", str(file))
    back = eok({}, "restore", str(file), "--into", str(second))

    assert (said.returncode, back.returncode) == (0, 0), said.stderr + back.stderr
    with opened(database.sqlite(second / database.SQLITE_FILE), "looked_at"):
        assert tables.sums("looked_at") == made.manifest.tables
    assert "모든 표와 파일이 백업의 목록과 같습니다" in back.stdout
