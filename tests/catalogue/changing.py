"""A data folder of a test's own, in which the law of an affair changes on a day."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from eok.catalogue import stamp

REPOSITORY = Path(__file__).parents[2]
AFFAIR = "mail-order-report"
CHANGE = """
changes:
  - from: 2027-01-01
    source: {grade: 미확인, cite: 전자상거래법 §12①, note: 시험용으로 지어낸 것}
    set:
      processing_period: {value: 2, unit: days, source: {grade: 미확인}}
      papers: []
"""


def folder(tmp_path: Path, section: str = CHANGE) -> Path:
    """The repository's data with this section at the end of the affair's file."""
    data = tmp_path / "data"
    shutil.copytree(REPOSITORY / "data", data)
    with file_of(data).open("a", encoding="utf-8") as file:
        file.write(section)
    return data


def file_of(data: Path) -> Path:
    return data / "services" / "commerce" / f"{AFFAIR}.yaml"


@pytest.fixture
def changing(tmp_path: Path, settings: Any) -> Path:
    """The folder, in force."""
    settings.EOK_STATE_DIR = tmp_path
    settings.EOK_DATA_DIR = folder(tmp_path)
    stamp.write("changed\n")
    return Path(settings.EOK_DATA_DIR)
