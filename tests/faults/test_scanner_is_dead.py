"""clamd is not there, dies under way, answers rubbish, hangs or drips: the paper is refused plainly, and taken afterwards.

A file nobody looked at is never taken in while a scanner is set.
"""

from time import monotonic

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.papers import scanner as asking
from eok.papers.errors import ScannerDownError
from tests.faults.conftest import signed
from tests.faults.peers import Scanner
from tests.faults.putting_up import PDF, put_up, uploaded

SHORT_SECONDS = 1
"""What the house's patience is turned down to, to see that it ends."""
ROOM_SECONDS = 10
"""Beside that, on a busy machine."""


@pytest.fixture(scope="module")
def draft(house: Installation) -> Signed:
    (one,) = signed(house, 1)
    return one


@pytest.mark.parametrize("mood", ["closed", "hangs up", "dies", "rubbish", "refuses"])
def test_the_paper_is_refused_plainly_and_taken_afterwards(
    house: Installation, scanner: Scanner, draft: Signed, mood: str
) -> None:
    before = len(uploaded(house))
    with Client(house.url) as client:
        with scanner.being(mood):
            refused = put_up(client, draft)

        assert refused.status == 503
        assert "검사" in refused.body.decode()
        assert refused.header("Retry-After")
        assert "Traceback" not in refused.body.decode()
        assert len(uploaded(house)) == before
        assert put_up(client, draft).status == 200
    assert len(uploaded(house)) == before + 1


@pytest.mark.parametrize("mood", ["hangs", "drips"])
def test_nobody_waits_for_one_that_never_ends(
    scanner: Scanner, monkeypatch: pytest.MonkeyPatch, mood: str
) -> None:
    monkeypatch.setattr(asking, "TIMEOUT_SECONDS", SHORT_SECONDS)
    began = monotonic()

    with scanner.being(mood), pytest.raises(ScannerDownError):
        asking.scan(scanner.address, PDF)

    assert monotonic() - began < SHORT_SECONDS + ROOM_SECONDS
