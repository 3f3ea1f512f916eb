"""The whole drill: back up the last release's house, restore it elsewhere, upgrade it, open it, read a case."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

import pytest

from benchmarks.client import Client
from benchmarks.installation import installation
from eok.core import database
from eok.core.backup import series
from eok.retention.destroyed import Destroyed
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
    destroy(on_sqlite.folder, place)
    elsewhere = Old(place, house.settings(place), "sqlite")
    back, said = elsewhere.eok("restore", str(file), "--json")
    assert back == 0, said
    assert json.loads(said.splitlines()[0])["has_key"]
    return elsewhere


def destroy(house: Path, place: Path) -> None:
    """A list of what was destroyed after the backup: a case that was refused or went back, told where the backup is restored."""
    with closing(sqlite3.connect(house / database.SQLITE_FILE)) as copy:
        words = "SELECT id, service_id, department FROM casework_case WHERE state IN ('refused', 'returned', 'withdrawn')"
        found, service, department = copy.execute(words).fetchone()
    record = str(UUID(found))
    line = Destroyed(
        kind="case", record=record, class_id="cases", label="접수번호", service_id=service, department=department,
        law="개인정보 보호법 §21①", ground="1호", finished_on="2026-11-23", ended_at="2026-11-23T06:00:00+00:00", keys=(),
    )  # fmt: skip
    path = place / "destroyed" / "case" / record[:2] / f"{record}.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(asdict(line)), encoding="utf-8")


def test_a_resident_reads_their_case_in_a_restored_house_and_what_was_destroyed_stays_so(
    restored: Old,
) -> None:
    closed, why = restored.eok("worker")
    assert closed == 1 and "./eok upgrade" in why
    upgraded, said = restored.eok("upgrade")
    assert upgraded == 0, said
    assert "되살아난 1건을 다시 파기했습니다" in said
    clock = {"EOK_CLOCK": restored.environment["EOK_CLOCK"]}

    with installation(restored.folder, "--no-demo", settings=clock) as opened, Client(opened.url) as client:
        told = json.loads(opened.call("tests.upgrade.visits", "a_resident_comes_in"))
        page = client.get(told["path"], {"Cookie": told["cookie"], "Accept-Encoding": "identity"})
        desk = client.get("/desk/", {"Accept-Encoding": "identity"})

    assert page.status == 200
    assert "하늘상점" in page.body.decode() and "모두 끝났어요" in page.body.decode()
    assert desk.status == 302
    states = restored.run(
        "from eok.casework.models import Case; print([one.state for one in Case.objects.all()])"
    )
    assert states.count("ended") == 1


def test_the_doctor_knows_when_the_last_backup_was(on_sqlite: Old, tmp_path: Path) -> None:
    on_sqlite.eok("backup", str(tmp_path / "one.tar"))

    _, said = on_sqlite.eok("doctor")

    assert series.last(on_sqlite.folder) is not None
    assert "백업: 마지막 백업 0시간 전" in said
