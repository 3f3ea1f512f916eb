"""What every test may use: frozen time, an empty state directory of its own, both databases."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.state import STATE

WORKDAY = datetime.fromisoformat("2026-11-23T14:00:00+09:00")
"""A Monday afternoon: the office is open."""


@pytest.fixture
def state_dir(tmp_path: Path, settings: object) -> Path:
    """A state directory for this test alone."""
    settings.EOK_STATE_DIR = tmp_path  # type: ignore[attr-defined]  # pytest-django's wrapper
    return tmp_path


@pytest.fixture
def monday() -> Iterator[datetime]:
    """Time stands at Monday 2026-11-23 14:00 in Seoul."""
    from eok.core import clock

    with clock.freeze(WORKDAY):
        yield WORKDAY


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """The run's state directory goes with the run."""
    yield
    shutil.rmtree(STATE, ignore_errors=True)
