"""What every keyring promises, wherever its keys lie: run over the files and over a token."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from eok.core import clock
from eok.core.keys import SIGNING, KeyDestroyedError, Keyring, KeyringError

ALGORITHM = ec.ECDSA(hashes.SHA256())
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
NEXT_WEEK = NOW + timedelta(days=7)


def test_a_value_comes_back_and_is_not_seen(ring: Keyring) -> None:
    key = ring.new_data_key()

    sealed = ring.encrypt(key, "홍길동".encode(), context="case:1")

    assert ring.decrypt(key, sealed, context="case:1").decode() == "홍길동"
    assert "홍길동".encode() not in sealed


def test_the_same_value_looks_different_each_time(ring: Keyring) -> None:
    key = ring.new_data_key()

    assert ring.encrypt(key, b"x", context="c") != ring.encrypt(key, b"x", context="c")
    assert ring.new_data_key() != ring.new_data_key()


def test_another_place_cannot_read_it(ring: Keyring) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x", context="case:1")

    with pytest.raises(KeyringError, match="읽지 못했습니다"):
        ring.decrypt(key, sealed, context="case:2")


def test_another_key_cannot_read_it(ring: Keyring) -> None:
    sealed = ring.encrypt(ring.new_data_key(), b"x", context="case:1")

    with pytest.raises(KeyringError, match="읽지 못했습니다"):
        ring.decrypt(ring.new_data_key(), sealed, context="case:1")


def test_a_destroyed_key_ends_the_value(ring: Keyring) -> None:
    sealed = ring.encrypt(ring.new_data_key(), b"x", context="case:1")

    with pytest.raises(KeyDestroyedError, match="보존기간"):
        ring.decrypt(b"", sealed, context="case:1")
    assert ring.rewrap(b"") is None


def test_a_changed_byte_is_seen_wherever_it_is(ring: Keyring) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x" * 40, context="case:1")

    for place in (0, len(sealed) // 2, len(sealed) - 1):
        with pytest.raises(KeyringError, match="읽지 못했습니다"):
            ring.decrypt(key, _flipped(sealed, place), context="case:1")


def test_a_changed_or_cut_wrapping_is_seen(ring: Keyring, another_process: Keyring) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x", context="c")

    for wrong in (_flipped(key, 0), _flipped(key, 20), _flipped(key, len(key) - 1), key[:-1], key[:9]):
        with pytest.raises(KeyringError, match="읽지 못했습니다"):
            another_process.decrypt(wrong, sealed, context="c")


def test_another_process_reads_the_same(ring: Keyring, another_process: Keyring) -> None:
    key = ring.new_data_key()
    sealed = ring.encrypt(key, b"x", context="c")

    assert another_process.decrypt(key, sealed, context="c") == b"x"
    assert another_process.digest("name", "홍길동") == ring.digest("name", "홍길동")
    assert another_process.fingerprints() == ring.fingerprints()


def test_digests_find_the_same_value_and_depend_on_purpose(ring: Keyring) -> None:
    assert ring.digest("name", "홍길동") == ring.digest("name", "홍길동")
    assert ring.digest("name", "홍길동") != ring.digest("phone", "홍길동")
    assert len(ring.digest("name", "홍길동")) == 64


@pytest.mark.parametrize("purpose", SIGNING)
def test_what_it_signs_is_verified_by_its_public_key(ring: Keyring, purpose: str) -> None:
    key = ring.private_key(purpose)

    signature = key.sign("글".encode(), ALGORITHM)

    key.public_key().verify(signature, "글".encode(), ALGORITHM)
    with pytest.raises(InvalidSignature):
        key.public_key().verify(signature, "다른 글".encode(), ALGORITHM)
    assert isinstance(key.public_key().curve, ec.SECP256R1)


def test_each_purpose_has_its_own_key(ring: Keyring) -> None:
    assert len({ring.private_key(purpose).public_key().public_numbers() for purpose in SIGNING}) == len(
        SIGNING
    )


def test_a_renewed_key_signs_and_the_old_signature_still_verifies(ring: Keyring) -> None:
    old = ring.private_key("seal")
    public, signature = old.public_key(), old.sign(b"x", ALGORITHM)

    ring.renew("seal")

    assert ring.private_key("seal").public_key() != public
    public.verify(signature, b"x", ALGORITHM)


def test_a_new_district_key_leaves_everything_readable(ring: Keyring, another_process: Keyring) -> None:
    key, name = ring.new_data_key(), ring.digest("name", "홍길동")
    sealed = ring.encrypt(key, b"x", context="c")
    before = ring.fingerprints()

    ring.begin_new_district_key(clock.now())

    assert ring.decrypt(key, sealed, context="c") == b"x"
    assert another_process.decrypt(key, sealed, context="c") == b"x"
    assert ring.digest("name", "홍길동") == name, "look-up survives"
    assert ring.fingerprints()[1:] == before
    assert ring.fingerprints()[0] not in before


def test_a_new_lookup_key_is_looked_up_by_beside_the_old_one(ring: Keyring, another_process: Keyring) -> None:
    name, code = ring.digest("name", "홍길동"), ring.digest("recovery-code", "1")
    before = ring.lookups()

    ring.begin_new_lookup_key(clock.now())

    assert ring.digests("name", "홍길동")[1:] == (name,)
    assert ring.digest("name", "홍길동") != name
    assert ring.digest("recovery-code", "1") == code, "nobody can guess it"
    assert another_process.digests("name", "홍길동") == ring.digests("name", "홍길동")
    assert ring.lookups()[1:] == before and ring.lookups()[0] not in before


def test_an_old_lookup_key_is_forgotten_a_day_later(ring: Keyring, another_process: Keyring) -> None:
    ring.begin_new_lookup_key(NOW)
    with pytest.raises(KeyringError, match="하루가 지나지 않았습니다"):
        ring.forget_older(min(clock.now(), NOW) + timedelta(hours=1))

    with clock.freeze(NEXT_WEEK + timedelta(days=365)):
        assert ring.forget_older(clock.now()) == 1

        assert ring.digests("name", "홍길동") == (ring.digest("name", "홍길동"),)
        assert another_process.lookups() == ring.lookups()
        assert another_process.digest("recovery-code", "1") == ring.digest("recovery-code", "1")
        assert ring.forget_older(clock.now()) == 0


def test_a_running_process_takes_the_new_key_up(ring: Keyring, another_process: Keyring) -> None:
    with clock.freeze(NOW):
        another_process.new_data_key()
        ring.begin_new_district_key(NOW)
        theirs = ring.new_data_key()
        sealed = ring.encrypt(theirs, b"x", context="c")

        assert another_process.decrypt(theirs, sealed, context="c") == b"x", "at once"
    with clock.freeze(LATER):
        assert ring.rewrap(another_process.new_data_key()) is None, "within the minute"


def test_rewrapped_once_it_is_as_it_should_be(ring: Keyring) -> None:
    old = ring.new_data_key()
    sealed = ring.encrypt(old, b"x", context="c")
    assert ring.rewrap(old) is None

    ring.begin_new_district_key(clock.now())

    anew = ring.rewrap(old)
    assert anew is not None
    assert anew != old
    assert ring.rewrap(anew) is None
    assert ring.decrypt(anew, sealed, context="c") == b"x"


def test_a_forgotten_key_opens_nothing_any_more(ring: Keyring, another_process: Keyring) -> None:
    old = ring.new_data_key()
    sealed = ring.encrypt(old, b"x", context="c")
    ring.begin_new_district_key(NOW)
    anew = ring.rewrap(old)
    assert anew is not None

    with clock.freeze(NEXT_WEEK + timedelta(days=365)):
        assert ring.forget_older(clock.now()) == 1

        assert another_process.decrypt(anew, sealed, context="c") == b"x"
        with pytest.raises(KeyringError, match="읽지 못했습니다"):
            another_process.decrypt(old, sealed, context="c")
        assert len(ring.fingerprints()) == 1


def test_a_key_replaced_today_is_not_forgotten(ring: Keyring) -> None:
    ring.begin_new_district_key(clock.now())

    with pytest.raises(KeyringError, match="하루가 지나지 않았습니다"):
        ring.forget_older(clock.now() + timedelta(hours=23))
    assert len(ring.fingerprints()) == 2


def test_nothing_older_nothing_forgotten(ring: Keyring) -> None:
    assert ring.forget_older(clock.now()) == 0
    assert len(ring.fingerprints()) == 1


def test_making_again_makes_nothing(ring: Keyring) -> None:
    before = ring.fingerprints()

    assert ring.make() == []
    assert ring.fingerprints() == before


def test_a_real_house_is_no_demonstration(ring: Keyring, folder: Path) -> None:
    assert not ring.is_demonstration
    assert ring.certificate_dir().parent == folder


def _flipped(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)
