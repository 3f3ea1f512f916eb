"""Toy affairs for the effects no real affair of ours has yet."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.house.repository import ROOT
from tests.licences import toys

EFFECTS = ("change", "suspend", "resume", "succeed", "reissue")


@pytest.fixture
def toy_affairs(tmp_path: Path, settings: Any) -> None:
    """`toy-<effect>` for each of EFFECTS."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    toys.write(data, *EFFECTS)
    settings.EOK_DATA_DIR = data
