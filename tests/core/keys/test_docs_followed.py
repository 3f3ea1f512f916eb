"""docs/keys.md followed word for word on a fresh house: what it tells an operator to type works, in its order."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from eok.core.launch.places import ROOT
from eok.core.management.commands.keys import Command
from tests.core.keys.conftest import SoftToken

GUIDE = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
DAY_RULE = "하루가 지나지 않았습니다"

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="a house of its own, on SQLite")


def follow(script: str, place: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """As typed, but for `./eok`, the passphrase openssl would ask for, and the place."""
    typed = script.replace("./eok", f"{sys.executable} -m eok.run").replace(" -aes-256-cbc", "")
    typed = typed.replace("/srv/eok-new", str(place / "new"))
    path = f"{ROOT / 'src'}:{ROOT}"
    state = {
        "EOK_STATE_DIR": str(place / "state"),
        "PYTHONPATH": path,
        "DJANGO_SETTINGS_MODULE": "eok.settings",
    }
    data = {"EOK_DATA_DIR": str(ROOT / "data"), "EOK_DISTRICT_DIR": str(ROOT / "districts" / "seocho")}
    return subprocess.run(
        ["bash", "-euc", typed], cwd=place, env={**os.environ, **state, **data, **more},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_verb_is_told_and_every_verb_told_exists() -> None:
    parser = Command().create_parser("./eok", "keys")
    verbs = next(action.choices for action in parser._actions if action.dest == "verb")

    assert verbs is not None
    assert set(re.findall(r"\./eok keys ([a-z]+)", GUIDE)) == set(verbs)


def test_with_files_from_the_making_to_the_restore(tmp_path: Path) -> None:
    blocks = [block for block in BLOCKS if "EOK_PKCS11" not in block]
    made = follow(f"{blocks[0]}\n./eok migrate --verbosity=0", tmp_path)
    assert made.returncode == 0, made.stderr

    for block in blocks[1:]:
        done = follow(block, tmp_path)
        if "keys forget" in block:
            assert (done.returncode, DAY_RULE in done.stderr) == (1, True), done.stderr
        else:
            assert done.returncode == 0, block + done.stderr

    state, new = tmp_path / "state" / "keys", tmp_path / "new" / "keys"
    assert (new / "district.key").read_bytes() == (state / "district.key").read_bytes()
    assert (new / "lookup.key").read_bytes() == (state / "lookup.key").read_bytes()
    assert len(list((new / "older").iterdir())) == 1


def test_with_a_token(tmp_path: Path, token: SoftToken) -> None:
    block = next(block for block in BLOCKS if "EOK_PKCS11" in block)
    for name, value in token.settings().items():
        block = re.sub(rf"{name}=.*", f"{name}='{value}'", block)
    (tmp_path / "state").mkdir()

    done = follow(f"./eok migrate --verbosity=0\n{block}", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "district, lookup, certificates, seal, trail" in done.stdout
    assert not (tmp_path / "state" / "keys" / "district.key").exists()
