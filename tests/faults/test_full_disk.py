"""The disk is full: filing and putting up papers say so, nothing is half-written, and it goes on afterwards."""

import sqlite3
from contextlib import closing

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from eok.core.database import databases
from tests import disks
from tests.faults.conftest import HOUSE_KILOBYTES, books, signed
from tests.faults.putting_up import put_up, uploaded
from tests.faults.residents import is_plain_refusal, press, submit, was_acknowledged

FILINGS = 30
"""So many fill the pages that are free inside SQLite's own file."""


@pytest.mark.parametrize("when", ["just opened", "at work"])  # in this order, in one house
def test_filing_is_refused_whole_and_goes_on_afterwards(house: Installation, when: str) -> None:
    drafts = signed(house, FILINGS)
    give_back_journal(house)
    with Client(house.url) as client:
        with disks.full(house.folder.parent, HOUSE_KILOBYTES):
            answers = {one: press(client, one) for one in drafts}
        refused = [one for one, answer in answers.items() if is_plain_refusal(answer)]
        filed = [one for one, answer in answers.items() if was_acknowledged(answer, one)]
        told = sorted({answer.status for answer in answers.values()})
        assert len(filed) + len(refused) == len(drafts), told
        assert refused

        again = [submit(client, one) for one in refused]

    found = books(house)
    assert all(was_acknowledged(answer, one) for answer, one in zip(again, refused, strict=True))
    assert {one.draft_id: found.filed.get(one.draft_id) for one in drafts} == {
        one.draft_id: 1 for one in drafts
    }
    assert found.half_written == []


def test_a_paper_is_refused_whole_and_taken_afterwards(house: Installation) -> None:
    (one,) = signed(house, 1)
    before = uploaded(house)
    with Client(house.url) as client:
        with disks.full(house.folder.parent, HOUSE_KILOBYTES):
            refused = put_up(client, one)
        assert refused.status == 503
        assert "올리지 못" in refused.body.decode() or "저장" in refused.body.decode()
        assert uploaded(house) == before

        taken = put_up(client, one)

    assert taken.status == 200
    assert len(uploaded(house)) == len(before) + 1


def give_back_journal(house: Installation) -> None:
    """What the journal has set aside for itself would else hold many filings more."""
    name = databases("", house.folder)["default"]["NAME"]
    with closing(sqlite3.connect(str(name), timeout=10)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
