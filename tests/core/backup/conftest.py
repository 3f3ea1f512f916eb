"""A house with a few filed cases, its backup, and a place to restore it to."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import psycopg
import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from eok.core.backup.make import Made, make
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
    person = affairs.person()
    affairs.closure(person)
    affairs.mail_order(person)
    affairs.draft("mail-order-report", affairs.MAIL_ORDER, person)
    for name in ("one.pdf", "two.pdf"):
        store_own(name=name, content=affairs.PDF, owner=f"person:{person.pk}")
    return state_dir


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
