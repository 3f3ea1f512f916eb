"""Server and worker are killed at random while 120 filings are sent: what was acknowledged is there, once.

Each application has its case, its events and their chain; each event that calls for a notice has its
message once, at the gateway too (행정절차법 §17②, 민원처리법 §9①).
"""

import json
import os
import random
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from threading import Event, Thread
from time import monotonic

import pytest

from benchmarks.installation import Installation, move_clock
from eok.core.launch.cluster import temporary_cluster
from eok.core.outbox.worker import PAUSES
from tests.faults import backlog, ledger
from tests.faults.conftest import OpenHouse, signed
from tests.faults.ledger import Ledger
from tests.faults.residents import Resident

SEED = 20261123
FILINGS = 120
SWALLOWED = 1
"""Of them by a person whose messages the gateway takes without ever answering."""
CLIENTS = 4
KILLS = 6
SILENT_PHONE = "010-0000-0093"
GLANCE_SECONDS = 0.01
BACKLOG_GLANCE_SECONDS = 0.1
LEASE_SECONDS = 61
SETTLE_SECONDS = 60
REST_SECONDS = 900
"""So long may a busy machine take until no job is left; each try of a swallowed message alone takes its time-out."""


class Reaper(Thread):
    """Kills a web process, the whole web server, the worker or all, at moments spread over the filings."""

    def __init__(self, house: Installation, residents: Sequence[Resident]) -> None:
        super().__init__(daemon=True)
        self.kills = 0
        self._house, self._residents = house, residents
        self._chance = random.Random(SEED)
        self._moments = sorted(self._chance.sample(range(5, FILINGS - 10), KILLS))

    def run(self) -> None:
        pause = Event()
        for moment in self._moments:
            while sum(len(resident.acknowledged) for resident in self._residents) < moment:
                if not any(resident.is_alive() for resident in self._residents):
                    return
                pause.wait(GLANCE_SECONDS)
            pause.wait(self._chance.uniform(0, 0.05))
            self._kill()

    def _kill(self) -> None:
        server, worker = self._house.server(), self._house.worker()
        for pid in self._chance.choice([server[-1:], server, worker, server + worker]):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.kills += 1


@contextmanager
def database(kind: str) -> Iterator[dict[str, str]]:
    """Settings of the database to be tried."""
    with temporary_cluster() if kind == "postgresql" else nullcontext("") as url:
        yield {"EOK_DATABASE_URL": url}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def house(
    request: pytest.FixtureRequest, open_house: OpenHouse, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """A house that was killed piece by piece and has come to rest again."""
    folder = tmp_path_factory.mktemp("killed") / "state"
    with database(request.param) as settings, open_house(folder, **settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def residents(house: Installation) -> list[Resident]:
    """What the residents saw of it."""
    drafts = signed(house, FILINGS - SWALLOWED) + signed(house, SWALLOWED, SILENT_PHONE)
    random.Random(SEED).shuffle(drafts)
    all_residents = [Resident(house.url, drafts[number::CLIENTS]) for number in range(CLIENTS)]
    reaper = Reaper(house, all_residents)
    for thread in (*all_residents, reaper):
        thread.start()
    for thread in (*all_residents, reaper):
        thread.join()
    assert reaper.kills == KILLS
    return all_residents


@pytest.fixture(scope="module")
def at_rest(house: Installation, residents: list[Resident]) -> Ledger:
    """The books once no job is left; time is moved on so that leases of the dead end.

    A message the gateway swallowed is tried again ever more slowly; once its outcome is known, an
    hour goes by at a time, so that its last try finds nothing left to do.
    """
    settled = False
    deadline = monotonic() + REST_SECONDS
    while True:
        move_clock(house.folder, max(PAUSES) if settled else max(LEASE_SECONDS, SETTLE_SECONDS))
        while backlog.claimable(house) and monotonic() < deadline:
            Event().wait(BACKLOG_GLANCE_SECONDS)
        found = ledger.parse(house.call("tests.faults.ledger", "read_out"))
        settled = not set(found.messages.values()) & {"queued", "unknown", "sent"}
        if (found.jobs == 0 and settled) or monotonic() > deadline:
            return found


def test_the_kills_hit_filings_under_way(residents: list[Resident]) -> None:
    assert sum(resident.unknown for resident in residents) > 0


def test_each_acknowledged_filing_is_there_once(residents: list[Resident], at_rest: Ledger) -> None:
    acknowledged = [draft for resident in residents for draft in resident.acknowledged]

    assert len(acknowledged) == FILINGS
    assert at_rest.filed == dict.fromkeys(acknowledged, 1)


def test_numbers_have_neither_gaps_nor_doubles(residents: list[Resident], at_rest: Ledger) -> None:
    assert at_rest.numbers == [f"2026-{number:06d}" for number in range(1, FILINGS + 1)]


def test_nothing_is_half_written(at_rest: Ledger) -> None:
    assert at_rest.half_written == []


def test_each_event_has_its_message_once(house: Installation, at_rest: Ledger) -> None:
    taken = json.loads((house.folder / "simulators" / "sms.json").read_text())["by_key"]

    assert len(at_rest.owed) >= 2 * FILINGS
    assert sorted(at_rest.messages) == at_rest.owed
    assert sorted(taken) == at_rest.owed


def test_no_outcome_stays_unknown(at_rest: Ledger) -> None:
    assert set(at_rest.messages.values()) == {"delivered"}
    assert (at_rest.jobs, at_rest.dead) == (0, [])
