"""What a backup holds comes back equal, elsewhere, and the same key opens it; also while people go on filing."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.places import environment
from eok.applications.models import Application
from eok.core import database, sealed, tables
from eok.core.backup.make import Made, make
from eok.core.backup.restore import restore
from eok.core.keys import keyring
from eok.core.launch.places import ROOT
from eok.core.opened import opened
from eok.papers import vault
from eok.papers.models import Upload
from eok.trail.actions.seal import seal_new

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")

FILINGS = 30
FILE_ON = """
import sys
import django
django.setup()
from eok.papers.actions.drop import drop
from tests import affairs
person = affairs.person()
for number in range(int(sys.argv[1])):
    affairs.closure(person)
    kept, gone = [affairs.store_own(name="a.pdf", content=affairs.PDF, owner="person:1") for _ in "ab"]
    drop([gone])
    print(number, flush=True)
"""


def restored(made: Made, folder: Path) -> Path:
    restore(made.path, state_dir=folder, url="", keys=keyring())
    return folder


def test_every_table_and_every_file_comes_back_equal(made: Made, filled: Path, tmp_path: Path) -> None:
    elsewhere = restored(made, tmp_path / "elsewhere")

    with opened(database.sqlite(elsewhere / database.SQLITE_FILE), "elsewhere"):
        assert tables.sums("elsewhere") == tables.sums("default") == made.manifest.tables
    names = [vault.name_of(upload) for upload in Upload.objects.values_list("pk", flat=True)]
    assert names
    assert all((elsewhere / name).read_bytes() == (filled / name).read_bytes() for name in names)


def test_what_was_filed_is_read_with_the_same_key(made: Made, tmp_path: Path) -> None:
    elsewhere = restored(made, tmp_path / "elsewhere")

    with opened(database.sqlite(elsewhere / database.SQLITE_FILE), "elsewhere"):
        filed = Application.objects.using("elsewhere").filter(service_id="food-business-closure").get()
        content = sealed.unseal(filed.wrapped_key, filed.content, context=f"application:{filed.pk}")

    assert content["answers"]["business_name"] == "하늘식당"


def test_the_restored_place_holds_nothing_else(made: Made, tmp_path: Path) -> None:
    elsewhere = restored(made, tmp_path / "elsewhere")

    assert sorted(path.name for path in elsewhere.iterdir()) == [database.SQLITE_FILE, vault.FOLDER]


def test_nothing_of_the_work_stays_behind(made: Made, filled: Path) -> None:
    assert not (filled / "backup").exists()
    assert [path.name for path in made.path.parent.glob(".*")] == []


def test_its_seals_are_checked_where_no_key_lies(filled: Path, tmp_path: Path) -> None:
    (filled / "keys").symlink_to(keyring().certificate_dir().parent)
    seal_new()
    elsewhere = restored(make(tmp_path / "sealed.tar", state_dir=filled), tmp_path / "elsewhere")

    checked = subprocess.run(
        [sys.executable, "-m", "eok.run", "trail", "check"], cwd=ROOT, capture_output=True, text=True,
        env=environment({"EOK_STATE_DIR": str(elsewhere)}), check=False,
    )  # fmt: skip

    assert checked.returncode == 0, checked.stdout + checked.stderr
    keys = [path for path in (elsewhere / "keys").rglob("*") if path.is_file() and path.name != "session.key"]
    assert [path.suffix for path in keys] == [".pem"] and keys[0].parent.name == "trail"
    assert {path.stat().st_mode & 0o077 for path in (elsewhere / "keys").rglob("*")} == {0}


@pytest.fixture
def filing(filled: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that files one case after another into this test's database."""
    state = filled / "filing"
    state.mkdir()
    (state / "keys").symlink_to(keyring().certificate_dir().parent)
    (state / database.SQLITE_FILE).symlink_to(connection.settings_dict["NAME"])
    (state / f"{database.SQLITE_FILE}.lock").symlink_to(f"{connection.settings_dict['NAME']}.lock")
    (state / vault.FOLDER).symlink_to(filled / vault.FOLDER)
    settings = {"EOK_STATE_DIR": str(state), "DJANGO_SETTINGS_MODULE": "eok.settings"}
    process = subprocess.Popen(
        [sys.executable, "-c", FILE_ON, str(FILINGS)], cwd=ROOT, env=environment(settings),
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.kill()
    process.wait()


def test_filings_go_on_and_the_backup_shows_one_instant(
    filing: "subprocess.Popen[str]", filled: Path, tmp_path: Path
) -> None:
    assert filing.stdout is not None
    before = Application.objects.count()
    filing.stdout.readline()
    backups: list[Made] = []
    while filing.poll() is None and len(backups) < 4:
        backups.append(make(tmp_path / f"{len(backups)}.tar", state_dir=filled))
    assert filing.wait(120) == 0

    counts = [filings(restored(made, tmp_path / f"place{n}")) for n, made in enumerate(backups)]

    assert all(not made.manifest.missing for made in backups)
    assert counts == sorted(counts)
    assert before < counts[0] < before + FILINGS, "the first was made in the middle of it"
    assert Application.objects.count() == before + FILINGS


def filings(place: Path) -> int:
    """How many, each with its case, as no half-written state would have it."""
    with closing(sqlite3.connect(place / database.SQLITE_FILE)) as copy:
        assert copy.execute("PRAGMA foreign_key_check").fetchall() == []
        (applications,), (cases,) = (
            copy.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("applications_application", "casework_case")
        )
    assert applications == cases
    return int(applications)
