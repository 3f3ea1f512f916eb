"""The disk can only be read (a mount of its own over the files): filing and papers are refused plainly, and go on afterwards."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from benchmarks.client import Answer, Client, ConnectionLostError
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.core.database import SQLITE_FILE
from tests import disks
from tests.faults.conftest import books, signed
from tests.faults.putting_up import put_up, uploaded
from tests.faults.residents import is_plain_refusal, press, was_acknowledged

PATIENCE_SECONDS = 120
GLANCE_SECONDS = 0.2


@contextmanager
def read_only(place: Path) -> Iterator[None]:
    """Whoever opens it from now on may only read; needs an administrator, whom permissions do not stop."""
    disks.needed()
    subprocess.run(["mount", "--bind", str(place), str(place)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def open_anew(house: Installation) -> None:
    """The web's processes are new ones, with files opened anew."""
    for pid in house.server()[1:]:
        os.kill(pid, signal.SIGKILL)


def pressed(house: Installation, one: Signed) -> Answer:
    """Once the new processes answer."""
    deadline = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with Client(house.url) as client:
                return press(client, one)
        except (OSError, ConnectionLostError):
            if monotonic() > deadline:
                raise
            Event().wait(GLANCE_SECONDS)


def test_filing_is_refused_whole_and_goes_on_afterwards(house: Installation) -> None:
    (one,) = signed(house, 1)
    with read_only(house.folder / SQLITE_FILE):
        open_anew(house)
        refused = pressed(house, one)
    open_anew(house)

    filed = pressed(house, one)

    assert is_plain_refusal(refused), refused.status
    assert was_acknowledged(filed, one)
    found = books(house)
    assert (found.filed[one.draft_id], found.half_written) == (1, [])


def test_a_paper_is_refused_whole_and_taken_afterwards(house: Installation) -> None:
    (one,) = signed(house, 1)
    (house.folder / "uploads").mkdir(exist_ok=True)
    before = uploaded(house)
    with Client(house.url) as client:
        with read_only(house.folder / "uploads"):
            refused = put_up(client, one)
        taken = put_up(client, one)

    assert refused.status == 503
    assert taken.status == 200
    assert len(uploaded(house)) == len(before) + 1
