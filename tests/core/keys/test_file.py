"""Keys in files: made when trying out, never in production; the owner's alone; houses from before look-up's own key."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eok.core import clock
from eok.core.keys import KeyringError, aead
from eok.core.keys.file import FileKeyring

DISTRICT_BEFORE = bytes(range(32))
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.fixture
def before(folder: Path) -> Path:
    """The keys of a house that looked up by its district's key."""
    folder.mkdir()
    (folder / "district.key").write_bytes(DISTRICT_BEFORE)
    return folder


def test_production_makes_no_keys(folder: Path) -> None:
    with pytest.raises(KeyringError, match="스스로 만들지 않습니다"):
        FileKeyring(folder, may_create=False).new_data_key()
    assert not folder.exists()


def test_keys_made_for_trying_out_are_marked(folder: Path) -> None:
    ring = FileKeyring(folder, may_create=True)
    ring.new_data_key()

    assert ring.is_demonstration
    with pytest.raises(KeyringError, match="시험용으로 쓴 적이 있는"):
        ring.make()


def test_key_files_are_the_owners_alone(file_ring: FileKeyring, folder: Path) -> None:
    file_ring.begin_new_district_key(clock.now())

    files = [path for path in folder.rglob("*") if path.is_file()]

    assert len(files) == 6
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_an_older_house_finds_what_it_found(before: Path) -> None:
    import hashlib
    import hmac

    was = hmac.new(
        aead.derived(DISTRICT_BEFORE, "digest:name"), "홍길동".encode(), hashlib.sha256
    ).hexdigest()

    ring = FileKeyring(before, may_create=False)

    assert ring.digest("name", "홍길동") == was
    assert (before / "lookup.key").stat().st_mode & 0o777 == 0o600
    ring.begin_new_district_key(NOW)
    assert FileKeyring(before, may_create=False).digest("name", "홍길동") == was


def test_an_older_house_keeps_look_up_even_when_the_key_changes_first(before: Path) -> None:
    was = FileKeyring(before, may_create=False).digest("name", "홍길동")
    (before / "lookup.key").unlink()

    FileKeyring(before, may_create=False).begin_new_district_key(NOW)

    assert FileKeyring(before, may_create=False).digest("name", "홍길동") == was


def test_a_lost_look_up_key_is_not_made_up(file_ring: FileKeyring, folder: Path) -> None:
    file_ring.begin_new_district_key(NOW)
    (folder / "lookup.key").unlink()

    with pytest.raises(KeyringError, match="찾기 열쇠"):
        FileKeyring(folder, may_create=True).digest("name", "홍길동")


def test_cut_off_between_the_two_steps_nothing_is_lost(file_ring: FileKeyring, folder: Path) -> None:
    """kill -9 after today's key has its name among the older ones and before the new one is in its place."""
    key = file_ring.new_data_key()
    sealed = file_ring.encrypt(key, b"x", context="c")
    (folder / "older").mkdir()
    (folder / "older" / f"20261123T050000Z-{file_ring.fingerprints()[0]}.key").hardlink_to(
        folder / "district.key"
    )

    again = FileKeyring(folder, may_create=False)

    assert len(again.fingerprints()) == 1
    assert again.decrypt(key, sealed, context="c") == b"x"
    again.begin_new_district_key(clock.now())
    assert again.decrypt(key, sealed, context="c") == b"x"
    assert len(again.fingerprints()) == 2


def test_thousands_of_keys_do_not_fill_the_memory(file_ring: FileKeyring) -> None:
    key = file_ring.new_data_key()
    sealed = file_ring.encrypt(key, b"x", context="c")
    for _ in range(5000):
        file_ring.new_data_key()

    assert len(file_ring._remembered._keys) == 4096
    assert file_ring.decrypt(key, sealed, context="c") == b"x"


def test_a_key_of_another_kind_is_refused(folder: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519

    folder.mkdir()
    pem = ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "seal.pem").write_bytes(pem)

    with pytest.raises(KeyringError, match="P-256"):
        FileKeyring(folder, may_create=True).private_key("seal")


def test_random_bytes_are_no_wrapped_key(file_ring: FileKeyring) -> None:
    with pytest.raises(KeyringError, match="읽지 못했습니다"):
        file_ring.decrypt(secrets.token_bytes(60), b"x" * 40, context="c")
