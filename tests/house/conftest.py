"""A data folder of this test's own, with a toy service in it: the first of the four recipes is this copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eok.casework.models import Case
from eok.core import clock
from tests.conftest import WORKDAY
from tests.house.repository import ROOT
from tests.house.toys import TOYS

TOY = "flea-market-report"


@pytest.fixture
def toy_service(tmp_path: Path, settings: Any) -> str:
    """Id of a service that is one file in a folder: nothing else was touched."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    shutil.copy(TOYS / f"{TOY}.yaml", data / "services" / "commerce")
    settings.EOK_DATA_DIR = data
    return TOY


@pytest.fixture
def open_office() -> Iterator[None]:
    """Time stands at a Monday afternoon in working hours."""
    with clock.freeze(WORKDAY):
        yield


@pytest.fixture
def toy_case(toy_service: str, open_office: None, db: None) -> Case:
    """A case of the toy service, filed by a resident and waiting for acceptance."""
    from tests.house.errands import filed, resident

    return filed(toy_service, {"organiser": "홍길동", "stalls": 12}, by=resident())
