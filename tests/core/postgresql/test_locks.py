"""A named lock is one person's at a time on PostgreSQL, and ends with its holder."""

from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.db import connection, connections

from eok.core.postgresql import locks
from eok.core.postgresql.locks import Lock

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _on_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's file locks do it")


def test_who_comes_second_is_told() -> None:
    with locks.if_free(Lock.SEAL) as ours, locks.if_free(Lock.PREPARE) as another:
        seen = _in_a_thread(lambda: _is_free(Lock.SEAL))

    assert (ours, another, seen) == (True, True, False)


def test_it_is_free_again_when_its_holder_ends_badly() -> None:
    with pytest.raises(RuntimeError), locks.if_free(Lock.SEAL):
        raise RuntimeError

    assert _is_free(Lock.SEAL)


def test_who_waits_goes_on_when_it_is_free() -> None:
    passed = Event()

    def wait() -> None:
        with locks.waiting(Lock.PREPARE):
            passed.set()
        connections.close_all()

    with locks.waiting(Lock.PREPARE):
        second = Thread(target=wait)
        second.start()
        passed_early = passed.wait(0.3)
    second.join(20)

    assert (passed_early, passed.is_set()) == (False, True)


def _is_free(lock: Lock) -> bool:
    with locks.if_free(lock) as ours:
        return ours


def _in_a_thread(work: Callable[[], object]) -> object:
    said: list[object] = []

    def run() -> None:
        said.append(work())
        connections.close_all()

    thread = Thread(target=run)
    thread.start()
    thread.join()
    return said[0]
