"""No outside system answers, and filing goes on; what they are owed waits and is handed over later.

A resident's filing is complete when it has entered our computer (행정절차법 §17②); nobody else's
computer is asked for it.
"""

import os
import signal
from collections.abc import Iterator
from time import monotonic

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from tests.faults.conftest import books, signed
from tests.faults.notices import at_rest
from tests.faults.peers import Gateway
from tests.faults.residents import submit, was_acknowledged

SIMULATORS = ("identity", "tax_office", "payments", "shared_records", "addresses", "building_register")
FILINGS = 10
LONGEST_ANSWER_SECONDS = 5.0
"""Less than anybody waits for an outside system (10 s), more than a busy machine needs."""


@pytest.fixture
def nobody_outside(house: Installation, gateway: Gateway) -> Iterator[list[int]]:
    """Outside systems take connections and never answer, as behind a broken line."""
    pids = [pid for name in SIMULATORS for pid in house.simulator(name)]
    assert len(pids) == len(SIMULATORS)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    with gateway.being("hangs"):
        yield pids
    for pid in pids:
        os.kill(pid, signal.SIGCONT)


def test_filing_goes_on(house: Installation, nobody_outside: list[int]) -> None:
    waits = []
    with Client(house.url) as client:
        for one in signed(house, FILINGS):
            began = monotonic()
            assert was_acknowledged(submit(client, one), one)
            waits.append(monotonic() - began)

    assert max(waits) < LONGEST_ANSWER_SECONDS
    assert books(house).half_written == []


def test_notices_follow(house: Installation, gateway: Gateway) -> None:
    found = at_rest(house)

    assert set(found.messages.values()) == {"delivered"}
    assert sorted(found.messages) == found.owed == gateway.taken()
