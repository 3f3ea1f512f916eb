"""Envelope encryption: a value belongs to its key and its place; without the key it is gone."""

from pathlib import Path

import pytest

from eok.core.keys import KeyringError
from eok.core.keys.file import FileKeyring


@pytest.fixture
def ring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keys", may_create=True)


def test_a_value_comes_back(ring: FileKeyring) -> None:
    key = ring.new_data_key()

    sealed = ring.encrypt(key, "홍길동".encode(), context="case:1")

    assert ring.decrypt(key, sealed, context="case:1").decode() == "홍길동"
    assert "홍길동".encode() not in sealed


def test_another_place_cannot_read_it(ring: FileKeyring) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x", context="case:1")

    with pytest.raises(KeyringError):
        ring.decrypt(key, sealed, context="case:2")


def test_another_key_cannot_read_it(ring: FileKeyring) -> None:
    sealed = ring.encrypt(ring.new_data_key(), b"x", context="case:1")

    with pytest.raises(KeyringError):
        ring.decrypt(ring.new_data_key(), sealed, context="case:1")


def test_a_destroyed_key_ends_the_value(ring: FileKeyring) -> None:
    sealed = ring.encrypt(ring.new_data_key(), b"x", context="case:1")

    with pytest.raises(KeyringError, match="보존기간"):
        ring.decrypt(b"", sealed, context="case:1")


def test_one_flipped_bit_is_seen(ring: FileKeyring) -> None:
    key = ring.new_data_key()
    sealed = bytearray(ring.encrypt(key, b"x" * 40, context="case:1"))
    sealed[20] ^= 1

    with pytest.raises(KeyringError):
        ring.decrypt(key, bytes(sealed), context="case:1")


def test_digests_find_the_same_value_and_depend_on_purpose(ring: FileKeyring) -> None:
    assert ring.digest("name", "홍길동") == ring.digest("name", "홍길동")
    assert ring.digest("name", "홍길동") != ring.digest("phone", "홍길동")
    assert len(ring.digest("name", "홍길동")) == 64


def test_another_process_reads_the_same_keys(ring: FileKeyring, tmp_path: Path) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x", context="c")

    again = FileKeyring(tmp_path / "keys", may_create=False)

    assert again.decrypt(key, sealed, context="c") == b"x"


def test_production_makes_no_keys(tmp_path: Path) -> None:
    with pytest.raises(KeyringError, match="열쇠"):
        FileKeyring(tmp_path / "none", may_create=False).new_data_key()


def test_key_files_are_the_owners_alone(ring: FileKeyring, tmp_path: Path) -> None:
    ring.private_key("seal")

    modes = {p.name: p.stat().st_mode & 0o777 for p in (tmp_path / "keys").iterdir() if p.is_file()}

    assert set(modes.values()) == {0o600}
