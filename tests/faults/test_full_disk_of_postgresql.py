"""The disk under PostgreSQL's data is full: a plain refusal, nothing half-written, and it goes on once there is room.

PostgreSQL ends by itself when its journal can't grow; whoever looks after it starts it again, as here.
"""

from threading import Event
from time import monotonic

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.core.launch.cluster import Cluster
from tests import disks
from tests.faults.conftest import POSTGRESQL_KILOBYTES, books, signed
from tests.faults.residents import is_plain_refusal, press, was_acknowledged

FILINGS = 60
"""So many fill what is left of the journal's piece of 1 MB and of the tables' pages."""
PATIENCE_SECONDS = 60
GLANCE_SECONDS = 0.1

pytestmark = pytest.mark.postgres


def test_filing_is_refused_whole_and_goes_on_afterwards(
    postgresql_house: Installation, server: Cluster
) -> None:
    drafts = signed(postgresql_house, FILINGS)
    with Client(postgresql_house.url, seconds=PATIENCE_SECONDS) as client:
        with disks.full(server.data, POSTGRESQL_KILOBYTES):
            answers = {one: press(client, one) for one in drafts}
        refused = [one for one, answer in answers.items() if is_plain_refusal(answer)]
        filed = [one for one, answer in answers.items() if was_acknowledged(answer, one)]
        run_again(server)
        for one in refused:
            press_until_filed(client, one)

    assert len(filed) + len(refused) == FILINGS, sorted({answer.status for answer in answers.values()})
    assert refused
    found = books(postgresql_house)
    assert [found.filed.get(one.draft_id) for one in drafts] == [1] * FILINGS
    assert found.half_written == []


def run_again(server: Cluster) -> None:
    """If it has ended."""
    if server.is_empty():
        server.start()


def press_until_filed(client: Client, one: Signed) -> None:
    deadline = monotonic() + PATIENCE_SECONDS
    while not was_acknowledged(answer := press(client, one), one):
        assert answer.status == 503 and monotonic() < deadline, answer.status
        Event().wait(GLANCE_SECONDS)
