"""Waiting for the messages a house owes, while its time goes on past the pauses between two tries."""

from threading import Event
from time import monotonic

from benchmarks.installation import Installation, move_clock
from tests.faults import backlog
from tests.faults.conftest import books
from tests.faults.ledger import Ledger
from tests.faults.peers import Gateway

STEP_SECONDS = 61
"""Longer than the lease of a worker that was killed, and than the first pauses."""
PATIENCE_SECONDS = 240
GLANCE_SECONDS = 0.2


def at_rest(house: Installation) -> Ledger:
    """The books once every message is delivered, or when patience ends."""
    deadline = monotonic() + PATIENCE_SECONDS
    while True:
        move_clock(house.folder, STEP_SECONDS)
        while backlog.claimable(house) and monotonic() < deadline:
            Event().wait(GLANCE_SECONDS)
        found = books(house)
        done = found.jobs == 0 and set(found.messages.values()) == {"delivered"}
        if done or monotonic() > deadline:
            return found


def awaited(gateway: Gateway, count: int) -> int:
    """How many the gateway has once there are so many, or when patience ends."""
    deadline = monotonic() + PATIENCE_SECONDS
    while len(gateway.taken()) < count and monotonic() < deadline:
        Event().wait(GLANCE_SECONDS)
    return len(gateway.taken())
