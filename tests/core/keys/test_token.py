"""A token that is missing, shuts us out, forgets us; and a house that moves from files into one."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
import pytest
from pkcs11 import Attribute
from pkcs11 import exceptions as fault

from eok.core import clock, keys
from eok.core.keys import KeyNotHereError, KeyringError
from eok.core.keys.file import FileKeyring
from eok.core.keys.pkcs11 import TokenKeyring
from eok.core.keys.token import TokenError
from tests.core.keys.conftest import SoftToken

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def refused(token: SoftToken, folder: Path, why: str) -> None:
    with pytest.raises(TokenError, match=why):
        TokenKeyring(token.opened(), folder).new_data_key()


def test_a_missing_module_is_named(token: SoftToken, folder: Path) -> None:
    refused(replace(token, module=Path("/none/libhsm.so")), folder, "모듈 /none/libhsm.so")


def test_a_missing_token_is_named(token: SoftToken, folder: Path) -> None:
    refused(replace(token, label="elsewhere"), folder, "elsewhere.*보이지 않아")


WRONG_PIN = """
import sys
from pathlib import Path
from eok.core.keys import KeyringError
from eok.core.keys.pkcs11 import TokenKeyring
from eok.core.keys.token import Token
pin = Path(sys.argv[3])
ring = TokenKeyring(Token(Path(sys.argv[1]), sys.argv[2], pin), pin.parent)
for typed in ("000000", "246810"):
    pin.write_text(typed)
    try:
        ring.new_data_key()
    except KeyringError as error:
        print(error.message)
"""


def test_a_wrong_pin_is_tried_once(token: SoftToken, tmp_path: Path) -> None:
    """Asking again and again would lock the token; even the right one is asked for only after a new start."""
    pin = tmp_path / "pin"
    pin.touch(0o600)

    done = subprocess.run(
        [sys.executable, "-c", WRONG_PIN, str(token.module), token.label, str(pin)],
        capture_output=True, text=True, check=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": "eok.settings"},
    )  # fmt: skip

    assert done.stdout.count("비밀번호가 맞지 않아") == 2


def test_a_pin_that_others_may_read_is_not_used(token: SoftToken, folder: Path, tmp_path: Path) -> None:
    loose = tmp_path / "pin"
    loose.write_text("246810")
    loose.chmod(0o644)

    refused(replace(token, pin_file=loose), folder, "남이 읽을 수 있어")
    refused(replace(token, pin_file=tmp_path / "none"), folder, "읽지 못해")


def test_an_empty_token_gets_no_keys_by_itself(token: SoftToken, folder: Path) -> None:
    ring = TokenKeyring(token.opened(), folder)

    with pytest.raises(KeyNotHereError, match="keys make"):
        ring.new_data_key()
    with pytest.raises(KeyNotHereError, match="keys make"):
        ring.private_key("seal")
    with pytest.raises(KeyNotHereError, match="keys make"):
        ring.digest("name", "x")


def test_a_lost_session_is_opened_again(token_ring: TokenKeyring) -> None:
    key = token_ring.new_data_key()
    token_ring._token.ask(lambda session: session.close())

    assert token_ring.rewrap(key) is None
    assert token_ring.private_key("seal").public_key()


def test_a_session_that_was_logged_out_is_logged_in_again(token: SoftToken, token_ring: TokenKeyring) -> None:
    key = token_ring.new_data_key()
    token_ring._token.close()

    assert token_ring.rewrap(key) is None


def test_no_key_can_be_read_out(token_ring: TokenKeyring) -> None:
    def secrets(session: pkcs11.Session) -> list[pkcs11.Object]:
        return [
            key for kind in (pkcs11.ObjectClass.SECRET_KEY, pkcs11.ObjectClass.PRIVATE_KEY)
            for key in session.get_objects({Attribute.CLASS: kind})
        ]  # fmt: skip

    found = token_ring._token.ask(secrets)

    assert len(found) == 5
    for key in found:
        assert not key[Attribute.EXTRACTABLE]
        with pytest.raises(fault.AttributeSensitive):
            key[Attribute.VALUE]


def test_nothing_leaves_for_a_copy(token_ring: TokenKeyring) -> None:
    with pytest.raises(KeyringError, match="꺼낼 수 없어"):
        token_ring.escrowed()


def test_the_web_may_not_seal_the_record_with_it_either(
    token_ring: TokenKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_refused", {"trail"})

    with pytest.raises(KeyNotHereError, match="웹"):
        token_ring.private_key("trail")


def test_a_house_moves_from_files_into_a_token(
    file_ring: FileKeyring, token: SoftToken, folder: Path
) -> None:
    """The file of today becomes an older one; what it wrapped is wrapped anew by the token."""
    old = file_ring.new_data_key()
    sealed = file_ring.encrypt(old, b"x", context="c")
    file_ring.begin_new_district_key(NOW - timedelta(days=2))
    (folder / "district.key").unlink()
    ring = TokenKeyring(token.opened(), folder)
    ring.make()

    anew = ring.rewrap(old)

    assert anew is not None
    assert ring.decrypt(old, sealed, context="c") == ring.decrypt(anew, sealed, context="c") == b"x"
    with clock.freeze(NOW):
        assert ring.forget_older(NOW) == 1
    assert ring.decrypt(anew, sealed, context="c") == b"x"
    assert ring.rewrap(anew) is None


def test_the_settings_choose_it(token: SoftToken, tmp_path: Path, settings: object) -> None:
    for name, value in token.settings().items():
        setattr(settings, name, value)
    settings.EOK_STATE_DIR = tmp_path  # type: ignore[attr-defined]  # pytest-django's wrapper

    ring = keys._named(may_create=False)

    assert isinstance(ring, TokenKeyring)
    assert len(ring.make()) == 5
    assert keys.existing() is not None


def test_half_of_the_settings_is_refused(settings: object) -> None:
    settings.EOK_KEYS = "eok.core.keys.pkcs11.TokenKeyring"  # type: ignore[attr-defined]  # pytest-django's wrapper

    with pytest.raises(KeyringError, match="EOK_PKCS11_MODULE"):
        keys._named(may_create=False)


def test_a_keyring_that_is_not_there_is_named(settings: object) -> None:
    settings.EOK_KEYS = "eok.core.keys.none.Keyring"  # type: ignore[attr-defined]  # pytest-django's wrapper

    with pytest.raises(KeyringError, match="EOK_KEYS가 가리키는"):
        keys._named(may_create=False)


def test_the_pin_stands_in_no_environment(token: SoftToken) -> None:
    assert token.pin_file.read_text().strip() not in " ".join(os.environ.values())
