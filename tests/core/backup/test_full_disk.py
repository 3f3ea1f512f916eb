"""On a disk that really fills up: nothing under the name, a plain sentence, and it works once there is room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from eok.core import database
from eok.core.backup import room
from eok.core.backup.errors import NoRoomError
from eok.core.backup.make import Made, make
from eok.core.backup.restore import restore
from eok.core.backup.verify import verify
from eok.core.keys import keyring
from tests import disks

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")

TOO_SMALL, ENOUGH = 256, 16_384
"""Kilobytes; an empty database alone takes more than the first."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small(tmp_path / "disk", TOO_SMALL) as place:
        yield place


@pytest.fixture
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else fills the disk after we asked whether there is room."""
    monkeypatch.setattr(room, "require", lambda folder, size: None)


def test_a_backup_onto_a_full_disk(filled: Path, disk: Path, unasked: None) -> None:
    with pytest.raises(NoRoomError, match="쓰다 만 것은 지웠고"):
        make(disk / "one.tar", state_dir=filled)
    assert list(disk.iterdir()) == []

    disks.grow(disk, ENOUGH)
    made = make(disk / "one.tar", state_dir=filled)

    assert verify(made.path, workplace=disk).tables == made.manifest.tables


def test_a_restore_onto_a_full_disk(archive_of_a_house: Made, disk: Path, unasked: None) -> None:
    with pytest.raises(NoRoomError, match="자리가 부족해"):
        restore(archive_of_a_house.path, state_dir=disk, url="", keys=keyring())
    assert list(disk.iterdir()) == []

    disks.grow(disk, ENOUGH)
    restore(archive_of_a_house.path, state_dir=disk, url="", keys=keyring())

    assert (disk / database.SQLITE_FILE).exists()


def test_it_is_asked_before_anything_is_written(archive_of_a_house: Made, disk: Path) -> None:
    with pytest.raises(NoRoomError, match="MB가 필요합니다"):
        restore(archive_of_a_house.path, state_dir=disk, url="", keys=keyring())

    assert list(disk.iterdir()) == []
