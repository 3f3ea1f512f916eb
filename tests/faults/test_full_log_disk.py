"""The disk under the log is full: people file as always, and programs that ended start again and do their work."""

import os
import signal
from time import monotonic

from benchmarks.client import Answer, Client, ConnectionLostError
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from tests import disks
from tests.faults.conftest import LOG_KILOBYTES, books, signed
from tests.faults.notices import awaited
from tests.faults.peers import Gateway
from tests.faults.residents import submit, was_acknowledged

FILINGS = 2
NOTICES = 2 * FILINGS
"""Of filing and of acceptance."""
NOISE = 50
ANOTHER_PHONE = "010-0000-0091"
PATIENCE_SECONDS = 90


def test_filing_goes_on_and_programs_start_again(house: Installation, gateway: Gateway) -> None:
    (strange,) = signed(house, 1, ANOTHER_PHONE)
    drafts, before = signed(house, FILINGS), len(gateway.taken())
    supervisor, (worker,) = house.process.pid, house.worker()
    with disks.full(house.folder / "log", LOG_KILOBYTES):
        with Client(house.url) as client:
            noted = {client.get(strange.path, drafts[0].headers).status for _ in range(NOISE)}
        for pid in (worker, house.server()[-1]):
            os.kill(pid, signal.SIGKILL)
        answers = [(pressed(house, one), one) for one in drafts]
        took = awaited(gateway, before + NOTICES)
        now = house.worker()

    assert noted == {404}
    assert all(was_acknowledged(answer, one) for answer, one in answers)
    assert took == before + NOTICES
    assert now and now != [worker]
    assert (house.process.pid, house.process.poll()) == (supervisor, None)
    assert books(house).half_written == []


def pressed(house: Installation, one: Signed) -> Answer:
    """Again when the process that had it was the one that was killed."""
    deadline = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with Client(house.url) as client:
                return submit(client, one)
        except (ConnectionLostError, OSError):
            if monotonic() > deadline:
                raise
