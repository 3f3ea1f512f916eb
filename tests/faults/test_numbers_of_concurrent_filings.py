"""Two hundred residents file at once: each gets a number of its own, and no number is left out.

A number is taken in the transaction that uses it, so a gap would mean that something was lost.
"""

from benchmarks.client import Client
from benchmarks.installation import Installation
from benchmarks.load import drive, shared_out
from tests.faults import ledger
from tests.faults.conftest import signed
from tests.faults.residents import request

FILINGS = 200
CLIENTS = 16


def test_two_hundred_at_once_get_two_hundred_numbers(house: Installation) -> None:
    drafts = signed(house, FILINGS)
    before = set(ledger.parse(house.call("tests.faults.ledger", "read_out")).numbers)
    presses = [request(Client(house.url), one) for one in drafts]

    load = drive(house.url, shared_out(presses, CLIENTS))

    found = ledger.parse(house.call("tests.faults.ledger", "read_out"))
    assert set(load.statuses) == {302}
    assert len(set(found.numbers) - before) == FILINGS
    assert found.numbers == [f"2026-{number:06d}" for number in range(1, len(before) + FILINGS + 1)]
    assert set(found.filed.values()) == {1}
    assert found.half_written == []
