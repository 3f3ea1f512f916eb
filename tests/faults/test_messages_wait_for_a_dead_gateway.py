"""The gateway of text messages is not there, fails or drips: people file as always, and each message goes out once.

What never succeeds becomes work that was given up; the operator sees it and can have it done again.
"""

import os
import signal
from threading import Event
from time import monotonic

import pytest

from benchmarks.client import Client
from benchmarks.installation import Installation
from eok.linkage.adapters.http_sms import Gateway as Asking
from eok.linkage.errors import OutcomeUnknownError
from eok.linkage.exchange import Exchange, Patience
from eok.linkage.ports import OutgoingSms
from eok.linkage.shared_secret import bearer
from tests.faults import backlog
from tests.faults.conftest import signed
from tests.faults.notices import at_rest
from tests.faults.peers import SECRET, Gateway
from tests.faults.residents import submit, was_acknowledged

PATIENCE_SECONDS = 60
GLANCE_SECONDS = 0.1
SHORT = Patience(connect_seconds=1, read_seconds=3, whole_seconds=0.5, attempts=1)
"""Each byte in time, the whole answer never."""


@pytest.mark.parametrize("mood", ["closed", "broken"])
def test_filing_goes_on_and_each_message_goes_out_once_afterwards(
    house: Installation, gateway: Gateway, mood: str
) -> None:
    (one,) = signed(house, 1)
    before = gateway.taken()
    with gateway.being(mood):
        with Client(house.url) as client:
            answer = submit(client, one)
        failed = await_failure(house)
        took_meanwhile = gateway.taken()
    (worker,) = house.worker()
    os.kill(worker, signal.SIGKILL)  # a new one asks at once; this one would let the gateway rest first

    after = at_rest(house)

    assert was_acknowledged(answer, one)
    assert failed
    assert took_meanwhile == before
    assert set(after.messages.values()) == {"delivered"}
    assert sorted(after.messages) == after.owed == gateway.taken()
    assert (after.half_written, after.dead) == ([], [])


def await_failure(house: Installation) -> bool:
    """The worker has tried and could not."""
    deadline = monotonic() + PATIENCE_SECONDS
    while not backlog.failed(house) and monotonic() < deadline:
        Event().wait(GLANCE_SECONDS)
    return backlog.failed(house) > 0


def test_an_answer_that_drips_is_not_waited_for_and_the_message_is_there_once(gateway: Gateway) -> None:
    exchange = Exchange(
        "sms", gateway.url, headers={"Authorization": bearer(SECRET)}, patience=SHORT, allow_simulator=True
    )
    message, before = OutgoingSms("a-key", "010-0000-0002", "접수되었습니다."), gateway.taken()

    with gateway.being("drips"), pytest.raises(OutcomeUnknownError):
        Asking(exchange).send(message)
    Asking(
        Exchange("sms", gateway.url, headers={"Authorization": bearer(SECRET)}, allow_simulator=True)
    ).send(message)

    assert gateway.taken() == sorted([*before, "a-key"])
    gateway.forget("a-key")
