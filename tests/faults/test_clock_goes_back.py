"""The clock is set back: who is signed in stays so, filing goes on in order, and what was due is done.

Both the house's own clock, which a demonstration moves, and the clock of the machine itself.
"""

from contextlib import ExitStack
from time import time

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation, move_clock
from benchmarks.signed import Signed
from tests.faults.conftest import books, signed
from tests.faults.machine_clock import MachineClock
from tests.faults.notices import at_rest, awaited
from tests.faults.peers import Gateway
from tests.faults.residents import submit, was_acknowledged

DAY_SECONDS = 86_400
MINUTE_SECONDS = 60
FILINGS = 2


def file_all(house: Installation, drafts: list[Signed]) -> bool:
    with Client(house.url) as client:
        return all(was_acknowledged(submit(client, one), one) for one in drafts)


@pytest.mark.parametrize("seconds", [3600, DAY_SECONDS])
def test_filing_goes_on_in_order(house: Installation, seconds: int) -> None:
    drafts = signed(house, 2 * FILINGS)
    before = books(house)
    assert file_all(house, drafts[:FILINGS])
    move_clock(house.folder, -seconds)

    filed_in_the_past = file_all(house, drafts[FILINGS:])

    move_clock(house.folder, seconds)
    found = books(house)
    assert filed_in_the_past
    count = len(before.numbers) + len(drafts)
    assert found.numbers == [f"2026-{number:06d}" for number in range(1, count + 1)]
    assert set(found.filed.values()) == {1}
    assert (found.half_written, found.dead) == ([], [])


def test_the_machine_s_clock_goes_back_by_a_day(
    house: Installation, machine_clock: MachineClock, gateway: Gateway
) -> None:
    if not machine_clock.settings:
        pytest.skip("no C compiler, with which the clock of other programs could be moved")
    drafts, told_before = signed(house, 2 * FILINGS), len(gateway.taken())
    with ExitStack() as stack:
        with house.without_worker():
            filed_before = file_all(house, drafts[:FILINGS])
            stack.enter_context(machine_clock.moved(-DAY_SECONDS))
        now = float(house.call("tests.faults.machine_clock", "tell"))
        filed_after = file_all(house, drafts[FILINGS:])
        told = awaited(gateway, told_before + 3 * FILINGS) - told_before

    found = at_rest(house)
    assert abs(now - (time() - DAY_SECONDS)) < MINUTE_SECONDS
    assert filed_before and filed_after
    assert told == 3 * FILINGS  # filed and accepted on Monday; filed on Sunday
    assert [found.filed.get(one.draft_id) for one in drafts] == [1] * len(drafts)
    assert [found.verbs[one.draft_id] for one in drafts] == [["file", "accept"]] * len(drafts)
    assert sorted(found.messages) == found.owed == gateway.taken()
    assert (found.half_written, found.dead) == ([], [])
