"""Houses that may be broken: each in a folder of its own, made from one that was set up once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from benchmarks.installation import Installation, clock_at, installation
from benchmarks.signed import Signed, read

MONDAY = "2026-11-23T10:00:00+09:00"
"""A working day: what is filed is accepted at once."""

OpenHouse = Callable[..., AbstractContextManager[Installation]]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with packages, screens, keys and an empty database; its house is closed again."""
    folder = tmp_path_factory.mktemp("furnished")
    with installation(folder):
        pass
    return folder


@pytest.fixture(scope="session")
def open_house(furnished: Path) -> OpenHouse:
    """Opens a house: `with open_house(folder, EOK_WORKERS="1") as house`."""

    @contextmanager
    def opened(folder: Path, **settings: str) -> Iterator[Installation]:
        shutil.copytree(
            furnished, folder, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns("log")
        )
        with installation(folder, settings={**clock_at(folder, MONDAY), **settings}) as house:
            yield house

    return opened


@pytest.fixture(scope="session")
def house(open_house: OpenHouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One for tests that leave it whole."""
    with open_house(tmp_path_factory.mktemp("house") / "state") as opened:
        yield opened


def signed(house: Installation, count: int, *phone: str) -> list[Signed]:
    """Drafts that only need the button 제출."""
    return read(house.call("benchmarks.seeds.filings", "make", str(count), *phone))
