"""The house of the last release, filled: on SQLite, and the same on PostgreSQL."""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from eok.core.launch.cluster import temporary_cluster
from eok.core.upgrade.releases import LAST
from tests.state import OUTER
from tests.upgrade import house


@dataclass(frozen=True)
class Old:
    """A house that the last release filled and nobody has touched since."""

    folder: Path
    environment: dict[str, str]
    vendor: str

    def eok(self, *words: str) -> tuple[int, str]:
        """Exit code and all it said."""
        done = house.eok(self.environment, *words)
        return done.returncode, done.stdout + done.stderr

    def run(self, code: str, *words: str) -> str:
        return house.run(self.environment, code, *words)

    def ask(self, code: str, question: object) -> Any:
        """The answer, as JSON, to what the code reads from its input."""
        return json.loads(house.run(self.environment, code, given=json.dumps(question)))


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Address of a PostgreSQL server for these tests."""
    with temporary_cluster() as address:
        yield address


def new_database(cluster: str) -> str:
    name = f"eok_{secrets.token_hex(4)}"
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{cluster.rpartition('/')[0]}/{name}"


@pytest.fixture(scope="session")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the screens of this checkout, built once."""
    folder = tmp_path_factory.mktemp("screens")
    shutil.copytree(OUTER / "static", folder / "static")
    (folder / "node_modules").symlink_to(OUTER / "node_modules")
    done = house.eok(house.settings(folder), "assets")
    assert done.returncode == 0, done.stderr
    return folder


def furnished(folder: Path, screens: Path) -> Old:
    house.furnish(LAST.version, folder)
    shutil.copytree(screens / "static", folder / "static", copy_function=os.link)
    (folder / "node_modules").symlink_to(OUTER / "node_modules")
    return Old(folder, house.settings(folder), "sqlite")


def moved(old: Old, cluster: str) -> Old:
    url = new_database(cluster)
    house.into_postgresql(old.environment, old.folder, url)
    return Old(old.folder, house.settings(old.folder, url), "postgresql")


@pytest.fixture
def on_sqlite(tmp_path: Path, screens: Path) -> Old:
    return furnished(tmp_path / "state", screens)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def old(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, screens: Path) -> Old:
    """One for a file of tests; the first that needs it upgraded upgrades it."""
    one = furnished(tmp_path_factory.mktemp(request.param) / "state", screens)
    return one if request.param == "sqlite" else moved(one, request.getfixturevalue("cluster"))
