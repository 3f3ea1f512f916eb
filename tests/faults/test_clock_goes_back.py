"""The clock is set back by a day: who is signed in stays so, filing goes on in order, and the record says it."""

from collections.abc import Iterator

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation, move_clock
from benchmarks.signed import Signed
from tests.faults import ledger
from tests.faults.conftest import OpenHouse, signed
from tests.faults.residents import submit, was_acknowledged

DAY_SECONDS = 86_400


@pytest.fixture(scope="module")
def house(open_house: OpenHouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with open_house(tmp_path_factory.mktemp("clock") / "state") as opened:
        yield opened


def file_all(house: Installation, drafts: list[Signed]) -> bool:
    with Client(house.url) as client:
        return all(was_acknowledged(submit(client, one), one) for one in drafts)


@pytest.mark.parametrize("seconds", [3600, DAY_SECONDS])
def test_filing_goes_on_in_order(house: Installation, seconds: int) -> None:
    early, late = signed(house, 2), signed(house, 2)
    before = ledger.parse(house.call("tests.faults.ledger", "read_out"))
    assert file_all(house, early)
    move_clock(house.folder, -seconds)

    filed_in_the_past = file_all(house, late)

    move_clock(house.folder, seconds)
    found = ledger.parse(house.call("tests.faults.ledger", "read_out"))
    assert filed_in_the_past
    count = len(before.numbers) + len(early) + len(late)
    assert found.numbers == [f"2026-{number:06d}" for number in range(1, count + 1)]
    assert set(found.filed.values()) == {1}
    assert (found.half_written, found.dead) == ([], [])
