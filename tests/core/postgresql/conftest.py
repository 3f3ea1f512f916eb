"""A server of these tests' own, and connections to it as a web process makes them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker

from eok.core import database
from eok.core.launch.cluster import temporary_cluster
from eok.core.opened import opened
from eok.core.postgresql import process

ALIAS = "beside"
Connect = Callable[..., AbstractContextManager[BaseDatabaseWrapper]]


@pytest.fixture(scope="package")
def server() -> Iterator[str]:
    with temporary_cluster() as url:
        yield url


@pytest.fixture
def connect(django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> Connect:
    """`with connect(url, pooler=True) as connection`."""

    @contextmanager
    def connected(
        url: str, kind: process.Process = process.WEB, *, pooler: bool = False
    ) -> Iterator[BaseDatabaseWrapper]:
        monkeypatch.setattr(process, "_ours", kind)
        with (
            django_db_blocker.unblock(),
            opened(database.postgresql(url, pooler=pooler), ALIAS) as connection,
        ):
            yield connection

    return connected
