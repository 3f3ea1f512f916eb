"""The sealed copy: two holders together open it, no one alone, and with a backup the house is read again elsewhere."""

import io
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.core.management import call_command
from django.db import connection

from eok.applications.models import Application
from eok.core import clock, database, sealed
from eok.core.backup.make import make
from eok.core.backup.restore import restore
from eok.core.keys import escrow, holders, keyring
from eok.core.keys.escrow import EscrowError
from eok.core.keys.file import FileKeyring
from eok.core.opened import opened
from tests import affairs, keyrings

FILES = {"district.key": bytes(range(32)), "older/a.key": b"\x00" * 32}


def pem(path: Path, key: X25519PrivateKey) -> Path:
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    path.with_suffix(".pub").write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return path


@pytest.fixture
def three() -> list[X25519PrivateKey]:
    return [X25519PrivateKey.generate() for _ in range(3)]


@pytest.fixture
def copy(three: list[X25519PrivateKey]) -> escrow.Escrow:
    return escrow.seal(
        FILES, [key.public_key() for key in three], made_at="2026-11-23T05:00:00+00:00", fingerprints=["ab"]
    )


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2), (2, 0)])
def test_any_two_open_it(copy: escrow.Escrow, three: list[X25519PrivateKey], pair: tuple[int, int]) -> None:
    again = escrow.read(copy.to_json())

    assert escrow.recover(again, [three[number] for number in pair]) == FILES


@pytest.mark.parametrize("alone", [0, 1, 2])
def test_no_one_opens_it_alone(copy: escrow.Escrow, three: list[X25519PrivateKey], alone: int) -> None:
    stranger = X25519PrivateKey.generate()

    for keys in ([three[alone]], [three[alone]] * 2, [three[alone], stranger], []):
        with pytest.raises(EscrowError, match="두 사람이 함께"):
            escrow.recover(copy, keys)


def test_nothing_of_the_keys_can_be_read_from_it(copy: escrow.Escrow) -> None:
    from base64 import b64encode

    assert b64encode(FILES["district.key"])[:20] not in copy.to_json()
    assert b"older/a.key" not in copy.to_json()


@pytest.mark.parametrize("what", ["made_at", "fingerprints", "sealed", "halves"])
def test_a_changed_copy_does_not_open(copy: escrow.Escrow, three: list[X25519PrivateKey], what: str) -> None:
    facts = json.loads(copy.to_json())
    changed = {
        "made_at": "2030-01-01T00:00:00+00:00", "fingerprints": ["cd"],
        "sealed": "A" * 8 + facts["sealed"][8:], "halves": {**facts["halves"], "0-1": facts["halves"]["0-2"]},
    }  # fmt: skip
    wrong = escrow.read(json.dumps({**facts, what: changed[what]}).encode())

    with pytest.raises(EscrowError, match="열리지 않습니다"):
        escrow.recover(wrong, three[:2])


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"format": 2}', b"\xff", b'{"format": 1, "halves": 3}']
)
def test_what_is_no_copy_is_refused(content: bytes) -> None:
    with pytest.raises(EscrowError, match="봉인한 사본이 아니거나"):
        escrow.read(content)


@pytest.mark.parametrize("count", [0, 1, 11])
def test_too_few_or_too_many_holders(count: int) -> None:
    keys = [X25519PrivateKey.generate().public_key() for _ in range(count)]

    with pytest.raises(EscrowError, match="공개 열쇠가 필요합니다"):
        escrow.seal(FILES, keys, made_at="", fingerprints=[])


def test_one_person_twice_is_not_two() -> None:
    key = X25519PrivateKey.generate().public_key()

    with pytest.raises(EscrowError, match="서로 다른 사람"):
        escrow.seal(FILES, [key, key], made_at="", fingerprints=[])


def test_a_holders_key_as_openssl_makes_it(tmp_path: Path) -> None:
    """docs/keys.md: with a passphrase."""
    path = tmp_path / "holder.pem"
    words = [
        "openssl",
        "genpkey",
        "-algorithm",
        "X25519",
        "-aes-256-cbc",
        "-pass",
        "pass:비밀",
        "-out",
        str(path),
    ]
    subprocess.run(words, check=True, capture_output=True)
    public = tmp_path / "holder.pub"
    words = ["openssl", "pkey", "-in", str(path), "-passin", "pass:비밀", "-pubout", "-out", str(public)]
    subprocess.run(words, check=True, capture_output=True)

    key = holders.private_key(path, lambda question: "비밀")

    assert holders.public_key(public).public_bytes_raw() == key.public_key().public_bytes_raw()
    with pytest.raises(EscrowError, match="암호가 맞지 않습니다"):
        holders.private_key(path, lambda question: "틀림")


def test_another_kind_of_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p256.pem"
    path.write_bytes(
        ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )  # fmt: skip

    with pytest.raises(EscrowError, match="X25519"):
        holders.public_key(path)
    with pytest.raises(EscrowError, match="읽지 못했습니다"):
        holders.public_key(tmp_path / "none")


@pytest.fixture
def house(state_dir: Path) -> Iterator[FileKeyring]:
    keyrings.forget()
    ring = keyring()
    assert isinstance(ring, FileKeyring)
    yield ring
    keyrings.forget()


@pytest.fixture
def held(tmp_path: Path, three: list[X25519PrivateKey]) -> list[Path]:
    return [pem(tmp_path / f"{name}.pem", key) for name, key in zip("abc", three, strict=True)]


def said(*words: object, code: int = 0) -> str:
    out = io.StringIO()
    try:
        call_command("keys", *(str(word) for word in words), stdout=out, stderr=out)
        assert code == 0
    except SystemExit as stopped:
        assert stopped.code == code
    return out.getvalue()


def written(tmp_path: Path, held: list[Path]) -> Path:
    file = tmp_path / "copy.json"
    said("escrow", file, *(word for path in held for word in ("--to", path.with_suffix(".pub"))))
    return file


def test_as_the_operator_does(house: FileKeyring, tmp_path: Path, held: list[Path]) -> None:
    house.new_data_key()
    file = written(tmp_path, held)
    assert file.stat().st_mode & 0o777 == 0o600

    assert "오늘의 열쇠가 들어 있습니다" in said("recover", file)
    assert "두 사람이 함께" in said("recover", file, "--with", held[0], code=1)
    assert "아무것도 쓰지 않았습니다" in said("recover", file, "--with", held[0], "--with", held[2])
    assert "이미 있어" in said("escrow", file, "--to", held[0].with_suffix(".pub"), code=1)
    house.begin_new_district_key(clock.now())
    assert "들어 있지 않습니다" in said("recover", file, code=1)


def test_nothing_is_written_over(
    house: FileKeyring, tmp_path: Path, held: list[Path], state_dir: Path
) -> None:
    house.new_data_key()
    file = written(tmp_path, held)

    out = said("recover", file, "--with", held[0], "--with", held[1], "--into", state_dir / "keys", code=1)

    assert "이미 있어 아무것도 쓰지 않았습니다" in out


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")
@pytest.mark.usefixtures("transactional_db")
def test_with_a_backup_the_house_is_read_again_elsewhere(
    house: FileKeyring, tmp_path: Path, held: list[Path], state_dir: Path, other_databases: Callable[[], None]
) -> None:
    """What a restore needs: the backup, the copy, two holders."""
    affairs.closure(affairs.person())
    made, file, elsewhere = (
        make(tmp_path / "one.tar", state_dir=state_dir),
        written(tmp_path, held),
        tmp_path / "new",
    )

    said("recover", file, "--with", held[1], "--with", held[2], "--into", elsewhere / "keys")
    ring = FileKeyring(elsewhere / "keys", may_create=False)
    restore(made.path, state_dir=elsewhere, url="", keys=ring)

    with opened(database.sqlite(elsewhere / database.SQLITE_FILE), "elsewhere"):
        filed = Application.objects.using("elsewhere").get()
    context = f"application:{filed.pk}"
    content = json.loads(ring.decrypt(bytes(filed.wrapped_key), bytes(filed.content), context=context))
    assert content["answers"]["business_name"] == "하늘식당"
    assert sealed.unseal(filed.wrapped_key, filed.content, context=context) == content
    assert ring.digest("name", "홍길동") == house.digest("name", "홍길동")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the backup of an SQLite file")
@pytest.mark.usefixtures("transactional_db")
def test_a_backup_from_before_the_change_goes_with_the_copy_from_before(
    house: FileKeyring, tmp_path: Path, state_dir: Path, other_databases: Callable[[], None]
) -> None:
    affairs.closure(affairs.person())
    made = make(tmp_path / "one.tar", state_dir=state_dir)
    house.begin_new_district_key(clock.now())

    restore(made.path, state_dir=tmp_path / "new", url="", keys=house)

    assert made.manifest.key in house.fingerprints()[1:]
