"""clamd refuses, hangs, dies under way or answers drop by drop: the paper is refused plainly, and taken once it is back.

A file nobody looked at is never taken in while a scanner is set.
"""

import socket
import threading
from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest

from benchmarks.client import Answer, Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.papers import scanner
from tests.faults.conftest import OpenHouse, signed
from tests.faults.test_full_disk import put_up, uploaded

DRIP_SECONDS = 1.0
ROOM_SECONDS = 25
"""Beside the scanner's own time, on a busy machine."""
MOODS = ("refuses", "hangs", "dies", "drips")


class Scanner(threading.Thread):
    """clamd's INSTREAM as far as the house uses it, in a mood."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.mood = "good"
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"

    def run(self) -> None:
        while True:
            peer, _ = self._listener.accept()
            threading.Thread(target=self._talk, args=(peer,), daemon=True).start()

    def _talk(self, peer: socket.socket) -> None:
        with peer:
            if self.mood == "refuses":
                return
            if self.mood == "dies":
                peer.recv(100)
                return
            self._hear(peer)
            if self.mood == "hangs":
                Event().wait(scanner.TIMEOUT_SECONDS * 2)
            elif self.mood == "drips":
                self._drip(peer)
            else:
                peer.sendall(b"stream: OK\0")

    def _hear(self, peer: socket.socket) -> None:
        heard = b""
        while not heard.endswith(b"\0\0\0\0") and (piece := peer.recv(65536)):
            heard += piece

    def _drip(self, peer: socket.socket) -> None:
        try:
            for _ in range(scanner.TIMEOUT_SECONDS * 3):
                peer.sendall(b"s")
                Event().wait(DRIP_SECONDS)
        except OSError:
            return


@pytest.fixture(scope="module")
def clamd() -> Scanner:
    made = Scanner()
    made.start()
    return made


@pytest.fixture(scope="module")
def house(
    open_house: OpenHouse, clamd: Scanner, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    with open_house(tmp_path_factory.mktemp("scanner") / "state", EOK_CLAMD=clamd.address) as opened:
        yield opened


@pytest.fixture(scope="module")
def draft(house: Installation) -> Signed:
    (one,) = signed(house, 1)
    return one


def put(house: Installation, one: Signed) -> tuple[Answer, float]:
    """The answer, and how many seconds it took."""
    began = monotonic()
    with Client(house.url, seconds=scanner.TIMEOUT_SECONDS + ROOM_SECONDS) as client:
        return put_up(client, one), monotonic() - began


@pytest.mark.parametrize("mood", MOODS)
def test_the_paper_is_refused_plainly_and_taken_afterwards(
    house: Installation, clamd: Scanner, draft: Signed, mood: str
) -> None:
    before = len(uploaded(house))
    clamd.mood = mood

    refused, seconds = put(house, draft)

    assert refused.status == 503
    assert "검사" in refused.body.decode()
    assert refused.header("Retry-After")
    assert "Traceback" not in refused.body.decode()
    assert len(uploaded(house)) == before
    assert seconds < scanner.TIMEOUT_SECONDS + ROOM_SECONDS
    clamd.mood = "good"
    taken, _ = put(house, draft)
    assert taken.status == 200
    assert len(uploaded(house)) == before + 1
