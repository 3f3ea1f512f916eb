"""A backup is whole under its name or not there; it never takes another file's place."""

import errno
import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from django.db import connection

from eok.core.backup import held, make, sqlite
from eok.core.backup.errors import BackupRunsError, NoRoomError, TablesError, TargetError
from eok.core.backup.make import Made
from eok.core.backup.taken import look
from eok.papers.models import Upload
from eok.papers.vault import name_of

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")

Usage = namedtuple("Usage", "total used free")


def test_an_existing_file_stays_as_it_is(filled: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.tar"
    there.write_text("mine")

    with pytest.raises(TargetError, match="이미 있어 덮어쓰지 않았습니다"):
        make.make(there, state_dir=filled)

    assert there.read_text() == "mine"


def test_a_folder_gets_a_file_named_after_the_moment(monday: object, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    made = make.make(tmp_path / "folder", state_dir=filled)

    assert made.path == tmp_path / "folder" / "eok-2026-11-23-140000.tar"
    assert made.path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_not_made(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="폴더가 없어"):
        make.make(tmp_path / "nowhere" / "one.tar", state_dir=filled)


def test_too_little_room_is_said_before_anything_is_written(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(1, 1, 1))

    with pytest.raises(NoRoomError, match="자리가 부족해"):
        make.make(tmp_path / "one.tar", state_dir=filled)

    assert list(tmp_path.glob("*one.tar*")) == []


def test_a_disk_that_fills_up_leaves_nothing_under_the_name(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(NoRoomError, match="쓰다 만 것은 지웠고"):
        make.make(tmp_path / "one.tar", state_dir=filled)

    assert list(tmp_path.glob("*one.tar*")) == []


def test_two_backups_at_once_are_one(filled: Path, tmp_path: Path) -> None:
    with held.workplace(filled), pytest.raises(BackupRunsError):
        make.make(tmp_path / "one.tar", state_dir=filled)


def test_tables_of_another_version_are_not_backed_up(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eok.core.backup.taken.applied", lambda alias: ("core.0001_of_long_ago",))

    with pytest.raises(TablesError, match="판과 다릅니다"):
        make.make(tmp_path / "one.tar", state_dir=filled)


def test_a_file_dropped_after_the_instant_is_in_the_archive(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = name_of(Upload.objects.values_list("pk", flat=True)[0])

    def drop_then_look(alias: str, path: Path) -> object:
        (filled / gone).unlink()
        return look(alias, path)

    monkeypatch.setattr(sqlite, "look", drop_then_look)

    made = make.make(tmp_path / "one.tar", state_dir=filled)

    assert gone in made.manifest.files
    assert made.manifest.missing == ()


def test_a_file_that_slips_through_makes_it_begin_again(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slipping = Upload.objects.create(
        owner="person:1", wrapped_key=b"", name=b"", media_type="application/pdf", size=1, digest="", scan="clean",
        created_at="2026-11-23T05:00:00Z",
    )  # fmt: skip
    hold = held.hold

    def dropped_before_it_is_held(state_dir: Path, folder: Path) -> None:
        hold(state_dir, folder)
        Upload.objects.filter(pk=slipping.pk).delete()

    monkeypatch.setattr(held, "hold", dropped_before_it_is_held)

    made = make.make(tmp_path / "one.tar", state_dir=filled)

    assert made.manifest.missing == ()
    assert made.manifest.tables["papers_upload"].rows == Upload.objects.count()


def test_a_file_lost_before_is_told_and_the_rest_is_kept(filled: Path, tmp_path: Path) -> None:
    lost, *others = [name_of(pk) for pk in Upload.objects.values_list("pk", flat=True)]
    (filled / lost).unlink()

    made: Made = make.make(tmp_path / "one.tar", state_dir=filled)

    assert made.manifest.missing == (lost,)
    assert {*others} < {*made.manifest.files}
