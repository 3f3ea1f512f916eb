"""The gateway of text messages hangs: people file as always, and the message goes out once it is back, once.

What never succeeds becomes work that was given up; the operator sees it and can have it done again.
"""

import json
import os
import signal
from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation, move_clock
from eok.core.outbox.worker import PAUSES
from tests.faults import ledger
from tests.faults.conftest import OpenHouse, signed
from tests.faults.ledger import Ledger
from tests.faults.residents import submit, was_acknowledged

FILINGS = 3
PATIENCE_SECONDS = 240
GLANCE_SECONDS = 1.0


@pytest.fixture(scope="module")
def house(open_house: OpenHouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with open_house(tmp_path_factory.mktemp("gateway") / "state") as opened:
        yield opened


def books(house: Installation) -> Ledger:
    return ledger.parse(house.call("tests.faults.ledger", "read_out"))


def delivered_in_time(house: Installation) -> Ledger:
    """The house's time goes on, so that the pauses between two tries end."""
    deadline = monotonic() + PATIENCE_SECONDS
    while True:
        found = books(house)
        if set(found.messages.values()) == {"delivered"} or monotonic() > deadline:
            return found
        move_clock(house.folder, max(PAUSES))
        Event().wait(GLANCE_SECONDS)


def test_filing_goes_on_and_each_message_goes_out_once_afterwards(house: Installation) -> None:
    drafts = signed(house, FILINGS)
    (gateway,) = house.simulator("sms")
    os.kill(gateway, signal.SIGSTOP)
    try:
        with Client(house.url) as client:
            answers = [submit(client, one) for one in drafts]
        found = books(house)
    finally:
        os.kill(gateway, signal.SIGCONT)

    after = delivered_in_time(house)

    assert all(was_acknowledged(answer, one) for answer, one in zip(answers, drafts, strict=True))
    assert found.half_written == []
    assert "delivered" not in found.messages.values()
    assert set(after.messages.values()) == {"delivered"}
    assert sorted(after.messages) == after.owed
    taken = json.loads((house.folder / "simulators" / "sms.json").read_text())["by_key"]
    assert sorted(taken) == after.owed
