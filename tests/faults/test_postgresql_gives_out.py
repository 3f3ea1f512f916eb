"""PostgreSQL holds us up, ends or comes back: a plain page with 503, nothing lost, and it goes on by itself.

Each kind of process has a name the operator sees, and time-outs of its own (docs/decisions/0029).
"""

import os
import signal
from collections.abc import Callable
from threading import Event
from time import monotonic

import psycopg
import pytest

from benchmarks.client import Answer, Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.core.launch.cluster import Cluster
from eok.core.postgresql import process
from tests.faults import residents
from tests.faults.conftest import books, signed
from tests.faults.residents import was_acknowledged

PATIENCE_SECONDS = 60
GLANCE_SECONDS = 0.1
WORKER_NAP = 12
"""Seconds without a server: more than five tries of a worker that would end at each."""

pytestmark = pytest.mark.postgres


@pytest.fixture
def house(postgresql_house: Installation) -> Installation:
    return postgresql_house


def press(house: Installation, one: Signed) -> Answer:
    with Client(house.url, seconds=PATIENCE_SECONDS) as client:
        return residents.press(client, one)


def is_plain_refusal(answer: Answer) -> bool:
    return residents.is_plain_refusal(answer) and answer.header("Retry-After") != ""


def filed(house: Installation, drafts: list[Signed]) -> list[int | None]:
    found = books(house)
    assert found.half_written == []
    return [found.filed.get(one.draft_id) for one in drafts]


def press_until_filed(house: Installation, one: Signed) -> list[int]:
    """What it was answered before it was filed."""
    refused: list[int] = []
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        answer = press(house, one)
        if was_acknowledged(answer, one):
            return refused
        refused.append(answer.status)
        Event().wait(GLANCE_SECONDS)
    raise AssertionError(refused)


def test_each_process_says_its_name_and_its_time_outs(house: Installation, server: Cluster) -> None:
    with Client(house.url) as client:
        client.get("/readyz")
    names = "SELECT DISTINCT split_part(application_name, ' ', 2) FROM pg_stat_activity WHERE application_name LIKE 'eok %'"

    with psycopg.connect(server.url, autocommit=True) as asked:
        seen = _awaited(lambda: {row[0] for row in asked.execute(names)}, {"web", "worker"})

    assert seen == {"web", "worker"}


def test_a_row_somebody_holds_gives_a_page_and_not_a_wait_without_end(
    house: Installation, server: Cluster
) -> None:
    (one,) = signed(house, 1)
    with psycopg.connect(server.url) as holder:
        holder.execute("SELECT 1 FROM applications_draft WHERE id = %s FOR UPDATE", [one.draft_id])
        began = monotonic()

        answer = press(house, one)

        waited = monotonic() - began
    assert is_plain_refusal(answer), answer.body.decode()[:500]
    assert process.WEB.lock <= waited < process.WEB.statement
    assert press_until_filed(house, one) == []
    assert filed(house, [one]) == [1]


def test_it_goes_on_when_every_connection_was_cut(house: Installation, server: Cluster) -> None:
    drafts = signed(house, 4)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'eok %'"

    with psycopg.connect(server.url, autocommit=True) as operator:
        for one in drafts:
            operator.execute(cut)
            assert set(press_until_filed(house, one)) <= {503}

    assert filed(house, drafts) == [1] * len(drafts)


def test_a_server_that_only_reads_is_told_plainly(house: Installation, server: Cluster) -> None:
    """As one does that was not made the first after a fail-over."""
    (one,) = signed(house, 1)
    with psycopg.connect(server.url, autocommit=True) as operator:
        _only_reads(operator, "on")
        refused = press(house, one)
        operator.execute("SET default_transaction_read_only = off")
        _only_reads(operator, "off")

    assert is_plain_refusal(refused), refused.status
    press_until_filed(house, one)
    assert filed(house, [one]) == [1]


def _only_reads(operator: "psycopg.Connection[tuple[object, ...]]", how: str) -> None:
    """For all connections from now on, those of the house among them."""
    operator.execute(f"ALTER DATABASE postgres SET default_transaction_read_only = {how}")
    operator.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'eok %'"
    )


def test_a_server_that_is_away_is_told_plainly_and_waited_for(house: Installation, server: Cluster) -> None:
    drafts = signed(house, 2)
    supervisor, worker = house.process.pid, house.worker()
    os.kill(server.postmaster(), signal.SIGKILL)
    _await_its_end(server)

    refused = [press(house, one) for one in drafts]
    with Client(house.url) as client:
        ready, page = client.get("/readyz").status, client.get("/healthz").status
    Event().wait(WORKER_NAP)
    server.start()

    assert [answer.status for answer in refused] == [503, 503]
    assert all(is_plain_refusal(answer) for answer in refused)
    assert (ready, page) == (503, 200)
    for one in drafts:
        press_until_filed(house, one)
    assert filed(house, drafts) == [1, 1]
    assert (house.process.pid, house.worker()) == (supervisor, worker)
    assert _awaited(lambda: _jobs(server), 0) == 0


def _jobs(server: Cluster) -> int:
    """Due and never tried: none, once the worker is back."""
    with psycopg.connect(server.url) as asked:
        row = asked.execute(
            "SELECT count(*) FROM core_job WHERE name LIKE 'casework.%' AND attempts = 0"
        ).fetchone()
    return int(row[0]) if row else -1


def _await_its_end(server: Cluster) -> None:
    """Its backends end a moment after it; a new server refuses to start before."""
    deadline = monotonic() + PATIENCE_SECONDS
    while monotonic() < deadline:
        try:
            psycopg.connect(server.url).close()
        except psycopg.OperationalError:
            break
        Event().wait(GLANCE_SECONDS)
    Event().wait(1)


def _awaited(look: Callable[[], object], wanted: object) -> object:
    """What it is once it is as wanted, or when patience ends."""
    deadline = monotonic() + PATIENCE_SECONDS
    while (seen := look()) != wanted and monotonic() < deadline:
        Event().wait(GLANCE_SECONDS)
    return seen
