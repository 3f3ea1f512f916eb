"""A restore believes nothing: what is damaged, out of place or meant for elsewhere is refused by its name."""

import hashlib
import tarfile
from pathlib import Path

import pytest
from django.db import connection

from eok.core import database
from eok.core.backup.errors import (
    DamagedError,
    DifferentError,
    KindError,
    NotEmptyError,
    OtherKeyError,
    TablesError,
)
from eok.core.backup.make import Made
from eok.core.backup.restore import restore
from eok.core.keys import keyring
from eok.core.keys.file import FileKeyring
from tests.core.backup.retelling import Facts, flip, retold

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")


@pytest.fixture
def made(archive_of_a_house: Made) -> Made:
    return archive_of_a_house


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere"


def refused(path: Path, place: Path, kind: type[Exception], why: str) -> None:
    """With that sentence, and nothing is left in the place."""
    with pytest.raises(kind, match=why):
        restore(path, state_dir=place, url="", keys=keyring())
    assert not place.exists() or list(place.iterdir()) == []


@pytest.mark.parametrize("folder", ["database/", "uploads/", "manifest.json"])
def test_a_flipped_byte_is_found_and_its_place_named(made: Made, place: Path, folder: str) -> None:
    name = flip(made, folder)

    refused(made.path, place, DamagedError, f"{name}의 내용이 바뀌었습니다")


@pytest.mark.parametrize("kept", [0, 0.3, 0.9, 0.99], ids=str)
def test_a_cut_file_is_refused(made: Made, place: Path, kept: float) -> None:
    content = made.path.read_bytes()
    made.path.write_bytes(content[: int(len(content) * kept)])

    refused(made.path, place, DamagedError, "손상되어 되살리지 않았습니다")


@pytest.mark.parametrize(
    "name", ["../outside", "uploads/../../outside", "/tmp/outside", "keys/district.key", "uploads"]
)
def test_nothing_may_come_to_lie_outside_its_folders(made: Made, place: Path, name: str) -> None:
    def add(facts: Facts, contents: dict[str, bytes]) -> None:
        facts["files"][name] = {"size": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
        contents[name] = b"x"

    refused(retold(made, add), place, DamagedError, "있어서는 안 되는 자리")


def test_a_link_is_no_file(made: Made, place: Path) -> None:
    with tarfile.open(made.path, "a") as tar:
        entry = tarfile.TarInfo("uploads/aa/link")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(entry)

    refused(made.path, place, DamagedError, "있어서는 안 되는 자리")


def test_a_file_the_list_does_not_know_is_refused(made: Made, place: Path) -> None:
    def add(facts: Facts, contents: dict[str, bytes]) -> None:
        contents["uploads/aa/more"] = b"x"

    refused(retold(made, add), place, DamagedError, "목록과 다른 파일 uploads/aa/more")


def test_a_table_that_differs_from_the_list_is_named(made: Made, place: Path) -> None:
    def more(facts: Facts, contents: dict[str, bytes]) -> None:
        facts["tables"]["casework_case"]["rows"] += 1

    refused(retold(made, more), place, DifferentError, "casework_case")


def test_a_backup_of_other_tables_is_refused(made: Made, place: Path) -> None:
    def older(facts: Facts, contents: dict[str, bytes]) -> None:
        facts["migrations"].remove("core.0001_outbox_serials")

    refused(retold(made, older), place, TablesError, r"core\.0001_outbox_serials")


def test_a_format_of_a_later_program_is_refused(made: Made, place: Path) -> None:
    def later(facts: Facts, contents: dict[str, bytes]) -> None:
        facts["format"] = 2

    refused(retold(made, later), place, DamagedError, "format 2")


def test_what_is_no_archive_is_refused(place: Path, tmp_path: Path, made: Made) -> None:
    (tmp_path / "letter.txt").write_text("안녕하세요" * 1000)

    refused(tmp_path / "letter.txt", place, DamagedError, "끝까지 읽을 수 없습니다")


@pytest.mark.parametrize("name", [database.SQLITE_FILE, "uploads/aa/somebody"])
def test_a_place_with_data_is_left_as_it_is(made: Made, place: Path, name: str) -> None:
    (place / name).parent.mkdir(parents=True)
    (place / name).write_text("mine")

    with pytest.raises(NotEmptyError, match="이미 자료가 있어"):
        restore(made.path, state_dir=place, url="", keys=None)

    assert [path.read_text() for path in place.rglob("*") if path.is_file()] == ["mine"]


def test_another_districts_key_is_refused_and_the_right_one_named(made: Made, place: Path) -> None:
    other = FileKeyring(made.path.parent / "other", may_create=True)

    with pytest.raises(OtherKeyError, match=made.manifest.key):
        restore(made.path, state_dir=place, url="", keys=other)


def test_without_keys_it_is_restored_all_the_same(made: Made, place: Path) -> None:
    restore(made.path, state_dir=place, url="", keys=None)

    assert (place / database.SQLITE_FILE).exists()


def test_a_backup_of_sqlite_does_not_go_into_postgresql(made: Made, place: Path) -> None:
    with pytest.raises(KindError, match="EOK_DATABASE_URL을 비우고"):
        restore(made.path, state_dir=place, url="postgresql://somebody@somewhere/else", keys=None)
