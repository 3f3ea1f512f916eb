"""Some signing keys are not for processes that answer visitors."""

import subprocess
import sys
from pathlib import Path

import pytest

from eok.core import keys
from eok.core.keys import KeyNotHereError
from eok.core.keys.file import FileKeyring

IN_THE_WEB = """
import eok.wsgi
from eok.core.keys import KeyNotHereError, keyring
keyring().private_key("seal")
try:
    keyring().private_key("trail")
except KeyNotHereError:
    print("refused")
"""


@pytest.fixture
def ring(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "keys", may_create=True)


def test_the_web_may_not_seal_the_record(ring: FileKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    ring.private_key("trail")
    monkeypatch.setattr(keys, "_refused", set())

    keys.serve_the_web()

    with pytest.raises(KeyNotHereError, match="웹"):
        ring.private_key("trail")
    assert ring.private_key("seal")


def test_the_wsgi_application_says_that_it_serves_the_web() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_THE_WEB], capture_output=True, text=True, timeout=120, check=False
    )

    assert done.stdout.split()[-1:] == ["refused"], done.stderr


def test_who_only_seals_needs_no_key_of_the_district(tmp_path: Path) -> None:
    FileKeyring(tmp_path / "keys", may_create=True).private_key("trail")

    assert FileKeyring(tmp_path / "keys", may_create=False).private_key("trail")
    assert not (tmp_path / "keys" / "district.key").exists()
