"""Keyrings of every kind, each with fresh keys, and a token of SoftHSM."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pkcs11
import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from eok.core.keys import Keyring
from eok.core.keys.file import FileKeyring
from eok.core.keys.pkcs11 import TokenKeyring
from eok.core.keys.token import Token
from eok.core.launch.packages import find, softhsm_module

LABEL, PIN = "eok-시험", "246810"


@dataclass(frozen=True)
class SoftToken:
    """A token in a folder of this run."""

    module: Path
    label: str
    pin_file: Path

    def opened(self) -> Token:
        return Token(self.module, self.label, self.pin_file)

    def settings(self) -> dict[str, str]:
        return {
            "EOK_KEYS": "eok.core.keys.pkcs11.TokenKeyring",
            "EOK_PKCS11_MODULE": str(self.module),
            "EOK_PKCS11_TOKEN": self.label,
            "EOK_PKCS11_PIN_FILE": str(self.pin_file),
        }


@pytest.fixture(scope="session")
def softhsm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoftToken]:
    """The run's token: a process sees those that were there when it first looked."""
    module, tool = softhsm_module(), find("softhsm2-util")
    if module is None or tool is None:
        pytest.skip("no softhsm2: run ./eok test, which installs it")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    (folder / "conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    pin_file = folder / "pin"
    pin_file.touch(0o600)
    pin_file.write_text(f"{PIN}\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "conf")
    words = ["--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "135791"]
    subprocess.run([tool, *words], check=True, capture_output=True)
    yield SoftToken(module, LABEL, pin_file)
    del os.environ["SOFTHSM2_CONF"]


def _emptied(session: pkcs11.Session) -> None:
    for found in list(session.get_objects({})):
        found.destroy()


@pytest.fixture
def token(softhsm: SoftToken) -> SoftToken:
    """Emptied for each test."""
    opened = softhsm.opened()
    opened.ask(_emptied)
    opened.close()
    return softhsm


@pytest.fixture
def other_databases(django_db_blocker: Any) -> Iterator[None]:
    """Databases that are opened for a while; Django's tests know only those of the settings."""
    real = django_db_blocker._real_ensure_connection
    with mock.patch.object(BaseDatabaseWrapper, "ensure_connection", real):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def file_ring(folder: Path) -> FileKeyring:
    ring = FileKeyring(folder, may_create=False)
    ring.make()
    return ring


@pytest.fixture
def token_ring(token: SoftToken, folder: Path) -> TokenKeyring:
    ring = TokenKeyring(token.opened(), folder)
    ring.make()
    return ring


@pytest.fixture(params=["file_ring", "token_ring"])
def ring(request: pytest.FixtureRequest) -> Keyring:
    found: Keyring = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def another_process(ring: Keyring, folder: Path, request: pytest.FixtureRequest) -> Keyring:
    """A second keyring over the same keys, with a memory of its own."""
    if isinstance(ring, FileKeyring):
        return FileKeyring(folder, may_create=False)
    return TokenKeyring(request.getfixturevalue("token").opened(), folder)
