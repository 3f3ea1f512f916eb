"""An affair that two people sign, made up for these tests, and the two."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cosigning.two import HANDOVER
from tests.house.repository import ROOT


@pytest.fixture
def handover(tmp_path: Path, settings: Any) -> str:
    """Id of the affair."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    shutil.copy(Path(__file__).parent / f"{HANDOVER}.yaml", data / "services" / "commerce")
    settings.EOK_DATA_DIR = data
    return HANDOVER
