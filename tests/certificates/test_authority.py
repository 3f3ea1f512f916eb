"""The demonstration authority: made once, for everyone who starts at the same time, and never in production."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from eok.certificates import authority, cose
from eok.certificates.authority import AuthorityError
from eok.certificates.demonstration import demonstration_chain
from eok.core import durable
from eok.core.keys.file import FileKeyring
from eok.core.launch.doctor.keys import others_may_read
from tests import keyrings

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileKeyring]:
    """A keyring of this test alone, in place of the configured one."""
    fresh = FileKeyring(tmp_path / "keys", may_create=True)
    monkeypatch.setattr(authority, "keyring", lambda: fresh)
    keyrings.forget()
    yield fresh
    keyrings.forget()


def chain(keys: FileKeyring) -> list[x509.Certificate]:
    return x509.load_pem_x509_certificates((keys.certificate_dir() / authority.CHAIN).read_bytes())


def test_three_certificates_lead_from_the_key_to_the_root(keys: FileKeyring) -> None:
    authority.signer()

    leaf, issuer, root = chain(keys)

    leaf.verify_directly_issued_by(issuer)
    issuer.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    assert leaf.public_key() == keys.private_key("certificates").public_key()
    assert all("시험" in part.subject.rfc4514_string() for part in (leaf, issuer, root))


def test_no_key_of_an_issuer_is_left(keys: FileKeyring) -> None:
    authority.signer()

    files = {path.name for path in keys.certificate_dir().parent.rglob("*") if path.is_file()}

    assert {"lookup.key", "district.key", "certificates.pem", "seal.pem"} == files - {
        authority.CHAIN, authority.KEYS, "demonstration",
    }  # fmt: skip


def test_nobody_else_may_read_what_is_written(keys: FileKeyring) -> None:
    authority.signer()
    authority.published_keys()

    written = [path for path in keys.certificate_dir().parent.rglob("*") if path.is_file()]
    assert [path.name for path in written if others_may_read(path)] == []


def test_all_who_start_at_once_get_the_same_chain(keys: FileKeyring) -> None:
    public = keys.private_key("certificates").public_key()
    path = keys.certificate_dir() / authority.CHAIN

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: durable.write_once(path, demonstration_chain(public, NOW)), range(8)))

    assert len(chain(keys)) == 3
    assert list(path.parent.glob(".*")) == []


def test_production_never_makes_its_own(keys: FileKeyring) -> None:
    keys.private_key("certificates")
    keys.new_data_key()
    (keys.certificate_dir().parent / "demonstration").unlink()

    with pytest.raises(AuthorityError, match="인증서"):
        authority.signer()


def test_a_certificate_put_there_is_used(keys: FileKeyring) -> None:
    public = keys.private_key("certificates").public_key()
    keys.new_data_key()
    given = demonstration_chain(public, NOW)
    (keys.certificate_dir() / authority.CHAIN).write_bytes(given)
    (keys.certificate_dir().parent / "demonstration").unlink()

    assert authority.signer().certificate == x509.load_pem_x509_certificates(given)[0]


def test_a_certificate_of_another_key_is_refused(keys: FileKeyring) -> None:
    authority.signer()
    keys.renew("certificates")
    keyrings.forget()

    with pytest.raises(AuthorityError, match="지금의 서명 열쇠의 것이 아닙니다"):
        authority.signer()


def test_what_signed_before_stays_published_after_it_was_replaced(keys: FileKeyring) -> None:
    """Papers sealed by it are in people's hands."""
    message = cose.sign([1], authority.seal_key())
    old = authority.seal_key().public_key()

    keys.renew("seal")
    keyrings.forget()

    published = authority.published_keys()
    known = {key.key_id: key.public for key in published.keys if key.purpose == "seal"}
    assert set(known) == {cose.key_id(old), cose.key_id(authority.seal_key().public_key())}
    assert cose.verify(message, known) == ([1], cose.key_id(old))
