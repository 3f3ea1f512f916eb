"""Gateway, worker and server are killed at random and calls to the gateway fail in every way while fees are paid.

Afterwards every won the gateway took or gave back stands in our books, once; every fee is paid once, and what was too
much has gone back (민원처리법 §29). The long run pays 300 fees, the short one 24.
"""

import itertools
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Event, Thread
from time import monotonic

import httpx
import pytest

from benchmarks.installation import Installation, move_clock
from tests.faults import backlog, fee_books
from tests.faults.conftest import OpenHouse, signed
from tests.faults.fee_books import Books
from tests.faults.payers import Payer
from tests.payments.fee_house import data_with_fees

SEED = 20261123
PAYERS = 6
KILLS, EACH_KILL = 4, 12
"""At least so many; one for each so many payments."""
WON = 28_000
PAUSE = Event()
MISCHIEF = (
    {"mode": "drop", "on": "confirm"}, {"mode": "lose", "on": "confirm"}, {"mode": "error", "on": "confirm"},
    {"mode": "drop", "on": "open"}, {"mode": "busy", "on": "status"}, {"mode": "drop", "on": "cancel"},
    {"outcome": "refuse"}, {"outcome": "wrong"}, {"outcome": "wrong", "mode": "drop", "on": "cancel"},
    {"outcome": "short"}, {"webhook": "twice"}, {"webhook": "never"},
    {"webhook": "late", "seconds": 1}, {"webhook": "false"},
)  # fmt: skip
WELL = {"mode": "ok", "on": "all", "outcome": "ok", "webhook": "once", "seconds": 1}
SETTLE_SECONDS = 20 * 60
"""Past the quarter of an hour after which visits are asked about."""
DAY_SECONDS = 24 * 60 * 60


class Trouble(Thread):
    """Sets the gateway to fail, lets all be well for a moment, and kills something at moments spread over the payments."""

    def __init__(self, house: Installation, payers: Sequence[Payer], count: int) -> None:
        super().__init__(daemon=True)
        self.kills: Counter[str] = Counter()
        self.over = Event()
        self._house, self._payers, self._chance = house, payers, random.Random(SEED)
        self._moments = sorted(self._chance.sample(range(1, count - 1), max(KILLS, count // EACH_KILL)))
        self._victims = itertools.cycle(("gateway", "worker", "gateway", "server"))
        self._address = house.address_of("payments")

    def run(self) -> None:
        while not self.over.is_set():
            self._set({**WELL, **self._chance.choice(MISCHIEF)})
            self.over.wait(self._chance.uniform(0.5, 2.5))
            if self._moments and sum(len(payer.paid) for payer in self._payers) >= self._moments[0]:
                self._moments.pop(0)
                self._kill(next(self._victims))
            self._set(WELL)
            self.over.wait(self._chance.uniform(0.2, 1.0))

    def _set(self, wanted: dict[str, object]) -> None:
        with suppress(httpx.HTTPError):
            httpx.post(f"{self._address}/control", json=wanted, timeout=5, trust_env=False)

    def _kill(self, what: str) -> None:
        house = self._house
        pids = {
            "gateway": house.simulator("payments"),
            "worker": house.worker(),
            "server": house.server()[-1:],
        }[what]
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                self.kills[what] += 1


@pytest.fixture(scope="module", params=[24, pytest.param(300, marks=pytest.mark.long)])
def count(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def house(
    count: int, open_house: OpenHouse, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """A house in which a mail-order report costs 28,000 won."""
    folder = tmp_path_factory.mktemp("won")
    with open_house(folder / "state", EOK_DATA_DIR=str(data_with_fees(folder))) as opened:
        yield opened


def test_every_won_is_accounted_for(
    house: Installation, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts, deadline = signed(house, count), monotonic() + 60 + 8 * count
    payers = [Payer(house.url, drafts[n::PAYERS], SEED + n, deadline) for n in range(PAYERS)]
    trouble = Trouble(house, payers, count)
    for thread in (*payers, trouble):
        thread.start()
    for payer in payers:
        payer.join()
    trouble.over.set()
    trouble.join()

    books = at_rest(house)

    theirs = fee_books.of_gateway(house.folder)
    did: Counter[str] = sum((payer.did for payer in payers), Counter())
    with capsys.disabled():
        sys.stdout.write("\n" + fee_books.table(books, theirs, did, trouble.kills) + "\n")
    assert sum(trouble.kills.values()) > 0
    assert books.moved == theirs
    assert (books.hanging, books.waiting, books.dead) == (0, 0, [])
    assert len(books.orders) == count
    assert set(books.orders.values()) == {"paid"}
    assert sum(books.moved.values()) == count * WON
    assert {verbs.count("pay_fee") for verbs in books.told.values()} == {1}
    assert sorted(draft for payer in payers for draft in payer.paid) == sorted(books.orders)


def at_rest(house: Installation) -> Books:
    """Once nothing hangs and no job is left; time is moved on so that sweepers and leases come due."""
    deadline = monotonic() + 300
    while True:
        move_clock(house.folder, SETTLE_SECONDS)
        PAUSE.wait(1)
        while backlog.claimable(house) and monotonic() < deadline:
            PAUSE.wait(0.2)
        books = fee_books.parse(house.call("tests.faults.fee_books", "read_out"))
        settled = books.jobs == books.hanging == books.waiting == 0
        if (settled and books.moved == fee_books.of_gateway(house.folder)) or monotonic() > deadline:
            return books
        move_clock(house.folder, DAY_SECONDS)
