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
from benchmarks.installation import Installation, move_clock
from tests.faults import ledger
from tests.faults.conftest import signed
from tests.faults.ledger import Ledger
from tests.faults.residents import submit, was_acknowledged

SIMULATORS = ("identity", "sms", "tax_office", "shared_records", "addresses", "building_register")
FILINGS = 10
LONGEST_ANSWER_SECONDS = 5.0
"""Less than anybody waits for an outside system (10 s), more than a busy machine needs."""


@pytest.fixture
def nobody_outside(house: Installation) -> Iterator[list[int]]:
    """Outside systems take connections and never answer, as behind a broken line."""
    pids = [pid for name in SIMULATORS for pid in house.simulator(name)]
    assert len(pids) == len(SIMULATORS)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    yield pids
    for pid in pids:
        os.kill(pid, signal.SIGCONT)


def read(house: Installation) -> Ledger:
    return ledger.parse(house.call("tests.faults.ledger", "read_out"))


def test_filing_goes_on_and_notices_follow(house: Installation, nobody_outside: list[int]) -> None:
    drafts = signed(house, FILINGS)
    waits = []
    with Client(house.url) as client:
        for one in drafts:
            began = monotonic()
            assert was_acknowledged(submit(client, one), one)
            waits.append(monotonic() - began)
    for pid in nobody_outside:
        os.kill(pid, signal.SIGCONT)

    assert max(waits) < LONGEST_ANSWER_SECONDS
    assert read(house).half_written == []
    assert notices_arrive(house)


def notices_arrive(house: Installation) -> bool:
    """Every notice that is owed reaches the gateway; time is moved on past the pauses between attempts."""
    deadline = monotonic() + 90
    while monotonic() < deadline:
        move_clock(house.folder, 300)
        found = read(house)
        if (
            found.jobs == 0
            and sorted(found.messages) == found.owed
            and set(found.messages.values()) == {"delivered"}
        ):
            return True
    return False
