"""The published keys: read back as written, old keys stay, nothing secret in it, nonsense refused."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates import authority, cose, key_list
from eok.certificates.key_list import KeyList, KeyListError, PublishedKey
from eok.core.keys import keyring


def published_file() -> Path:
    return keyring().certificate_dir() / authority.KEYS


def old_key() -> PublishedKey:
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    span = datetime(2020, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    return PublishedKey(
        cose.key_id(public), "seal", public, *span, datetime(2024, 5, 1, tzinfo=UTC), demonstration=True
    )


def test_it_is_read_back_as_written() -> None:
    keys = authority.published_keys()

    assert key_list.loads(key_list.dumps(keys)) == keys


def test_it_holds_the_keys_in_use_the_root_and_the_dictionaries() -> None:
    keys = authority.published_keys()

    assert keys.find("seal", cose.key_id(authority.seal_key().public_key())) is not None
    assert {key.purpose for key in keys.keys} == {"seal", "certificates"}
    assert all(key.demonstration for key in keys.keys)
    assert "시험" in keys.roots[0].subject.rfc4514_string()
    assert 101 in keys.dictionaries


def test_nothing_secret_is_published() -> None:
    authority.published_keys()

    assert "PRIVATE" not in published_file().read_text(encoding="utf-8")


def test_a_key_once_published_stays_and_a_revocation_is_kept() -> None:
    revoked = old_key()
    now = authority.published_keys()
    published_file().write_bytes(key_list.dumps(replace(now, keys=(*now.keys, revoked))))

    again = authority.published_keys()

    assert again.find("seal", revoked.key_id) == revoked


def test_a_lost_file_is_written_again() -> None:
    published_file().unlink(missing_ok=True)

    keys = authority.published_keys()

    assert key_list.loads(published_file().read_bytes()) == keys


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"format": 2}', b'{"format": 1, "keys": [{}], "roots": [], "dictionaries": {}}', b"\xff\xfe",
     b'{"format": 1, "keys": [], "roots": ["x"], "dictionaries": {}}'],
)  # fmt: skip
def test_what_is_no_key_list_is_refused(data: bytes) -> None:
    with pytest.raises(KeyListError):
        key_list.loads(data)


def test_dictionaries_that_were_used_never_change() -> None:
    """A changed dictionary would make every paper sealed with it unreadable: a new edition takes a new number."""
    frozen = json.loads((Path(__file__).parent / "frozen_dictionaries.json").read_text(encoding="utf-8"))

    assert {str(number): text.decode() for number, text in authority.dictionaries().items()} == frozen


def test_an_empty_list_knows_nobody() -> None:
    assert KeyList((), (), {}).find("seal", b"abcd") is None
