"""The lock files pin every package by hash and name no host."""

import json
import re
from pathlib import Path

import pytest

from eok.core.launch.locks import LOCKS
from tests.launcher.conftest import ROOT

FILES = [ROOT / "requirements" / f"{name}.txt" for name in LOCKS]


@pytest.mark.parametrize("path", FILES, ids=LOCKS)
def test_every_python_package_has_a_hash(path: Path) -> None:
    text = re.sub(r"\s*#.*", "", path.read_text()).replace("\\\n", " ")

    unpinned = [
        line for line in text.splitlines() if line.strip() and not re.match(r"\S+==.*--hash=sha256:", line)
    ]

    assert unpinned == []


@pytest.mark.parametrize("path", FILES, ids=LOCKS)
def test_every_wanted_package_is_in_its_lock(path: Path) -> None:
    wanted = re.findall(r"^[a-z][\w-]*", path.with_suffix(".in").read_text(), re.MULTILINE)
    locked = re.findall(r"^([a-z][\w.-]*)(?:\[[\w,]+\])?==", path.read_text(), re.MULTILINE)

    assert set(wanted) <= set(locked)


@pytest.mark.parametrize("path", [*FILES, ROOT / "package-lock.json"], ids=lambda path: path.name)
def test_no_lock_file_names_a_host(path: Path) -> None:
    addresses = re.findall(r'"resolved"|--(?:extra-)?index-url|https?://\S+/simple', path.read_text())

    assert addresses == []


def test_every_screen_package_has_a_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
