"""What every test may use: frozen time, an empty state directory of its own, both databases, one browser."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.state import STATE
from tests.together import Together, shared_house

WORKDAY = datetime.fromisoformat("2026-11-23T14:00:00+09:00")
"""A Monday afternoon: the office is open."""
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; the browser last, for its event loop stays in its thread and bars others."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if item.get_closest_marker("browser"):
        return 2
    return 0 if shared_house(item.nodeid) else 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """What shares a house that takes long to open runs in one process. log: xdist's own."""
    config.option.loadscopereorder = False  # the order above is meant
    return Together(config, log)


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of the run: Playwright's loop runs in this thread and cannot be started twice."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip("no chromium: run ./eok test, which installs it")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the loop is Playwright's; our code uses none of it
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        yield opened
        opened.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """The run's state directory goes with the run."""
    yield
    shutil.rmtree(STATE, ignore_errors=True)
