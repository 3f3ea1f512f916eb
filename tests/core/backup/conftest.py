"""A house with a few filed cases, its backup, and a place to restore it to."""

import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import psycopg
import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from benchmarks.places import environment
from eok.core.backup.make import Made, make
from eok.core.backup.manifest import Manifest
from eok.core.launch.cluster import temporary_cluster
from eok.papers.actions.store import store_own
from tests import affairs


@pytest.fixture
def other_databases(transactional_db: None, django_db_blocker: Any) -> Iterator[None]:
    """Databases that are opened for a while; Django's tests know only those of the settings."""
    real = django_db_blocker._real_ensure_connection
    with mock.patch.object(BaseDatabaseWrapper, "ensure_connection", real):
        yield


@pytest.fixture
def filled(other_databases: None, state_dir: Path) -> Path:
    """State folder of a house that has filed cases with papers, and drafts."""
    _fill()
    return state_dir


def _fill() -> None:
    person = affairs.person()
    affairs.closure(person)
    affairs.mail_order(person)
    affairs.draft("mail-order-report", affairs.MAIL_ORDER, person)
    for name in ("one.pdf", "two.pdf"):
        store_own(name=name, content=affairs.PDF, owner=f"person:{person.pk}")


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Address of a PostgreSQL server for these tests."""
    with temporary_cluster() as address:
        yield address


@pytest.fixture
def empty_database(cluster: str) -> Callable[[], str]:
    """Makes one and tells its address."""

    def make_one() -> str:
        name = f"eok_{secrets.token_hex(4)}"
        with psycopg.connect(cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{cluster.rpartition('/')[0]}/{name}"

    return make_one


@pytest.fixture
def made(filled: Path, tmp_path: Path) -> Made:
    return make(tmp_path / "one.tar", state_dir=filled)


_archives: dict[str, tuple[bytes, Manifest]] = {}
"""The one that was made first, for tests that only read it."""


@pytest.fixture
def archive_of_a_house(other_databases: None, state_dir: Path, tmp_path: Path) -> Made:
    """As `made`, of a house that is not there any more: made once, each test gets a copy of its own."""
    if not _archives:
        _fill()
        first = make(tmp_path / "first.tar", state_dir=state_dir)
        _archives["one"] = (first.path.read_bytes(), first.manifest)
    content, manifest = _archives["one"]
    path = tmp_path / "copy.tar"
    path.write_bytes(content)
    return Made(path, manifest)


@pytest.fixture(scope="session")
def with_tables(cluster: str) -> str:
    """Name of a PostgreSQL database with today's tables and no rows, to be copied."""
    url = f"{cluster.rpartition('/')[0]}/with_tables"
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute("CREATE DATABASE with_tables")
    words = [sys.executable, "-m", "eok.run", "migrate", "--no-input", "--verbosity=0"]
    subprocess.run(words, env=environment({"EOK_DATABASE_URL": url}), check=True)
    return "with_tables"


@pytest.fixture
def database_with_tables(
    cluster: str, with_tables: str, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], str]:
    """As `empty_database`, and the tables need not be made again."""

    def make_one() -> str:
        name = f"eok_{secrets.token_hex(4)}"
        with psycopg.connect(cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {with_tables}")
        return f"{cluster.rpartition('/')[0]}/{name}"

    monkeypatch.setattr("eok.core.backup.move._make_tables", lambda url: None)
    return make_one
