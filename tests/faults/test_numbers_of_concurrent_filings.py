"""Two hundred residents file while others withdraw: each gets a number of its own, and no number is left out.

A number is taken in the transaction that uses it, so a gap would mean that something was lost. A withdrawn case
keeps its numbers: they stand in the 민원 처리부 (민원처리법 시행령 §6②).
"""

import json
from threading import Event
from time import monotonic
from typing import Any
from urllib.parse import urlencode

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from benchmarks.load import drive, shared_out
from tests.faults.conftest import books, signed
from tests.faults.residents import request

FILINGS, BEFORE = 200, 60
CLIENTS = 16
SETTLE_SECONDS, GLANCE_SECONDS = 300, 3


@pytest.fixture(params=["house", pytest.param("postgresql_house", marks=pytest.mark.postgres)])
def numbered(request: pytest.FixtureRequest) -> Installation:
    """On both databases; others may have filed before."""
    found: Installation = request.getfixturevalue(request.param)
    return found


def test_filings_and_withdrawals_at_once_leave_no_gap(numbered: Installation) -> None:
    others = len(books(numbered).numbers)
    earlier = [request(Client(numbered.url), one) for one in signed(numbered, BEFORE)]
    drive(numbered.url, shared_out(earlier, CLIENTS))
    await_acceptances(numbered, others + BEFORE)
    presses = [request(Client(numbered.url), one) for one in signed(numbered, FILINGS)]
    withdrawals = [taking_back(numbered, one) for one in waiting(numbered)[:BEFORE]]
    withdrawn = given(numbered)["states"].get("withdrawn", 0)

    load = drive(numbered.url, shared_out(mixed(presses, withdrawals), CLIENTS))

    assert set(load.statuses) == {302}
    await_acceptances(numbered, others + BEFORE + FILINGS)
    found, now = books(numbered), given(numbered)
    every = [f"2026-{number:06d}" for number in range(1, others + BEFORE + FILINGS + 1)]
    assert found.numbers == every
    assert now["accepted"] == every
    assert now["states"]["withdrawn"] == withdrawn + BEFORE
    assert set(found.filed.values()) == {1}
    assert found.half_written == []


def await_acceptances(house: Installation, count: int) -> None:
    """Until the worker has accepted so many, or patience ends and the test says what is missing."""
    deadline, pause = monotonic() + SETTLE_SECONDS, Event()
    while len(given(house)["accepted"]) < count and monotonic() < deadline:
        pause.wait(GLANCE_SECONDS)


def given(house: Installation) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(house.call("tests.faults.withdrawals", "numbers"))
    return told


def waiting(house: Installation) -> list[dict[str, str]]:
    told: list[dict[str, str]] = json.loads(house.call("tests.faults.withdrawals", "waiting"))
    return told


def taking_back(house: Installation, one: dict[str, str]) -> bytes:
    """The bytes of a press on 취하."""
    token = "t" * 32
    headers = {
        "Cookie": f"eok_session={one['session']}; eok_csrf={token}",
        "Accept-Encoding": "br",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urlencode({"csrfmiddlewaretoken": token, "reason": ""}).encode()
    return Client(house.url).request("POST", f"/my/cases/{one['case']}/withdraw/", headers, body)


def mixed(presses: list[bytes], withdrawals: list[bytes]) -> list[bytes]:
    """A withdrawal after every few filings."""
    every = len(presses) // len(withdrawals)
    found: list[bytes] = []
    for number, press in enumerate(presses):
        found.append(press)
        if number % every == 0 and number // every < len(withdrawals):
            found.append(withdrawals[number // every])
    return found
