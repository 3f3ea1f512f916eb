"""The whole drill: back up the last release's house, restore it elsewhere, upgrade it, open it, read a case."""

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.client import Client
from benchmarks.installation import installation
from eok.core.backup import series
from tests.upgrade import house
from tests.upgrade.conftest import Old


@pytest.fixture
def restored(on_sqlite: Old, tmp_path: Path) -> Old:
    """Elsewhere, as docs/operations.md says: keys first, then the backup."""
    place, file = tmp_path / "elsewhere", tmp_path / "one.tar"
    made, told = on_sqlite.eok("backup", str(file), "--json")
    assert made == 0, told
    place.mkdir()
    for name in ("keys", "static"):
        shutil.copytree(on_sqlite.folder / name, place / name)
    (place / "node_modules").symlink_to(on_sqlite.folder / "node_modules")
    elsewhere = Old(place, house.settings(place), "sqlite")
    back, said = elsewhere.eok("restore", str(file), "--json")
    assert back == 0, said
    assert json.loads(said.splitlines()[0])["has_key"]
    return elsewhere


def test_a_resident_reads_their_case_in_a_restored_house(restored: Old) -> None:
    upgraded, said = restored.eok("upgrade")
    assert upgraded == 0, said
    clock = {"EOK_CLOCK": restored.environment["EOK_CLOCK"]}

    with installation(restored.folder, "--no-demo", settings=clock) as opened, Client(opened.url) as client:
        told = json.loads(opened.call("tests.upgrade.visits", "a_resident_comes_in"))
        page = client.get(told["path"], {"Cookie": told["cookie"], "Accept-Encoding": "identity"})
        desk = client.get("/desk/", {"Accept-Encoding": "identity"})

    assert page.status == 200
    assert "하늘상점" in page.body.decode() and "모두 끝났어요" in page.body.decode()
    assert desk.status == 302


def test_the_doctor_knows_when_the_last_backup_was(on_sqlite: Old, tmp_path: Path) -> None:
    on_sqlite.eok("backup", str(tmp_path / "one.tar"))

    _, said = on_sqlite.eok("doctor")

    assert series.last(on_sqlite.folder) is not None
    assert "백업: 마지막 백업 0시간 전" in said
