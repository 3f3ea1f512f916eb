"""The power goes at any moment: what was acknowledged is there afterwards, and nothing is half-written.

Real processes file applications with papers while every write and sync is recorded; then the disk is built
again as it could have been found at many moments (`disk.py`), opened by the real database, and compared with
what was acknowledged before that moment (행정절차법 §17②). With the syncs turned off the same eyes see losses.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import recording, system_calls
from tests.faults.cuts import ACKNOWLEDGED, ACTS, SEED, TABLES, Found, after_each_cut, file_some, sound
from tests.faults.disk import copy_of
from tests.faults.recording import Operation
from tests.faults.talking import run, talking

CUTS = 24

pytestmark = system_calls.needs_strace()


@pytest.fixture(scope="module")
def furnished_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with keys and empty tables, closed and synced."""
    folder = tmp_path_factory.mktemp("power") / "base"
    house = {"EOK_STATE_DIR": str(folder)}
    for words in TABLES:
        run(words, house)
    return folder


def cuts(base: Path, root: Path, **settings: str) -> list[Found]:
    copy_of(base, root)
    house = {"EOK_STATE_DIR": str(root)}
    log = root.parent / "calls"
    with talking("tests.faults.filer", {**house, **settings}, recording.command(log)) as filer:
        file_some(filer)
    operations = list(_of_files(log, base, root))
    with talking("tests.faults.examiner", house) as examiner:
        return after_each_cut(operations, base, root, lambda: json.loads(examiner.ask()), cuts=CUTS)


def _of_files(log: Path, base: Path, root: Path) -> Iterator[Operation]:
    """SQLite's shared memory is no file that anybody counts on."""
    copy_of(base, root)
    for one in recording.read(log, root, ACKNOWLEDGED):
        if not str(getattr(one, "path", "")).endswith("-shm"):
            yield one


def test_sqlite_keeps_what_it_acknowledged(furnished_folder: Path, tmp_path: Path) -> None:
    found = cuts(furnished_folder, tmp_path / "state")

    assert found[-1].acknowledged == ACTS
    assert sound(found) == [], f"seed {SEED}"


def test_without_syncs_the_losses_on_sqlite_are_seen(furnished_folder: Path, tmp_path: Path) -> None:
    careless = {"DJANGO_SETTINGS_MODULE": "tests.faults.careless_settings", "CARELESS_SYNCHRONOUS": "OFF"}

    found = cuts(furnished_folder, tmp_path / "state", **careless)

    assert sound(found) != []


def test_without_syncs_of_folders_the_lost_papers_are_seen(furnished_folder: Path, tmp_path: Path) -> None:
    found = cuts(furnished_folder, tmp_path / "state", CARELESS_FOLDERS="1")

    assert [one.lost for one in found] == [[]] * CUTS
    assert any("FileNotFoundError" in fault for one in found for fault in one.half_written)
