"""`--verify` tells from the file alone whether it is good; `--keep` never takes one too many."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.places import environment
from eok.core import database
from eok.core.backup.errors import DamagedError
from eok.core.backup.make import Made
from eok.core.backup.series import keep_newest
from eok.core.backup.verify import verify
from eok.core.launch.backup import main
from eok.core.launch.errors import LaunchError
from tests.core.backup.retelling import Facts, flip, retold

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")


def test_a_good_one_is_counted_and_leaves_nothing(archive_of_a_house: Made, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()

    manifest = verify(archive_of_a_house.path, workplace=place)

    assert manifest == archive_of_a_house.manifest
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("folder", ["database/", "uploads/", "manifest.json"])
def test_a_flipped_bit_is_found(archive_of_a_house: Made, tmp_path: Path, folder: str) -> None:
    name = flip(archive_of_a_house, folder)

    with pytest.raises(DamagedError, match=name):
        verify(archive_of_a_house.path, workplace=tmp_path)


def test_a_table_that_holds_something_else_is_named(archive_of_a_house: Made, tmp_path: Path) -> None:
    def less(facts: Facts, contents: dict[str, bytes]) -> None:
        facts["tables"]["casework_case"]["rows"] -= 1

    with pytest.raises(DamagedError, match="casework_case"):
        verify(retold(archive_of_a_house, less), workplace=tmp_path)


def test_as_an_operator_types_it(archive_of_a_house: Made, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "eok.run", "backup", "--verify", str(archive_of_a_house.path), "--json"]

    done = subprocess.run(
        words,
        env=environment({"EOK_STATE_DIR": str(tmp_path / "s")}),
        capture_output=True,
        text=True,
        check=False,
    )

    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert (told["ok"], told["files"]) == (True, len(archive_of_a_house.manifest.files) - 1)
    assert not (tmp_path / "s" / database.SQLITE_FILE).exists()


def test_the_newest_are_kept_and_nothing_else_is_touched(tmp_path: Path) -> None:
    days = [tmp_path / f"eok-2026-11-{day:02d}-034000.tar" for day in range(1, 6)]
    others = [tmp_path / name for name in ("eok-before.tar", "notes.txt", "eok-2026-11-01-034000.tar.gpg")]
    for path in (*days, *others):
        path.touch()

    removed = keep_newest(tmp_path, 2)

    assert removed == days[:3]
    assert sorted(tmp_path.iterdir()) == sorted([*days[3:], *others])


@pytest.mark.parametrize("words", [["--keep", "0"], ["--keep", "3", "--verify"], ["--keep", "3"]])
def test_what_makes_no_sense_is_not_done(tmp_path: Path, words: list[str]) -> None:
    file = tmp_path / "one.tar"
    file.touch()
    place = tmp_path if words == ["--keep", "0"] else file

    with pytest.raises(LaunchError, match="--keep"):
        main([str(place), *words])
