"""kill -9 again and again in the middle of a change: every row is readable at every moment, and the change ends well."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from eok.core.keys.file import FileKeyring
from eok.core.launch.places import ROOT

ROWS, KILLS = 3000, 3
FILL = """
import sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "--no-input", verbosity=0)
from eok.accounts.models import Person
from eok.core import clock
from eok.core.keys import keyring
ring, now = keyring(), clock.now()
def one(n):
    key = ring.new_data_key()
    profile = ring.encrypt(key, str(n).encode(), context="p")
    return Person(subject_digest=f"{n:064}", wrapped_key=key, profile=profile, created_at=now, last_seen_at=now)
Person.objects.bulk_create(one(n) for n in range(int(sys.argv[1])))
"""
READ = """
import django
django.setup()
from eok.accounts.models import Person
from eok.core.keys import keyring, rotation
people = Person.objects.order_by("subject_digest").values_list("wrapped_key", "profile")
found = [int(keyring().decrypt(bytes(key), bytes(profile), context="p")) for key, profile in people]
assert found == list(range(len(found)))
print(len(found), sum(left.rows for left in rotation.waiting()), len(keyring().fingerprints()))
"""

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="a house of its own, on SQLite")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Path]:
    run(tmp_path, "-c", FILL, str(ROWS))
    yield tmp_path


def environment(state: Path) -> dict[str, str]:
    return {
        **os.environ,
        "EOK_STATE_DIR": str(state),
        "DJANGO_SETTINGS_MODULE": "eok.settings",
        "PYTHONPATH": "src:.",
    }


def run(state: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(state),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def kill_in_the_middle(state: Path, after: float) -> bool:
    """Whether it was still at work. after: seconds from its first words."""
    rotate = subprocess.Popen(
        [sys.executable, "-u", "-m", "eok.run", "keys", "rotate"],
        cwd=ROOT, env=environment(state), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert rotate.stdout is not None
    rotate.stdout.readline()
    time.sleep(after)  # the moment is what is tried
    rotate.send_signal(signal.SIGKILL)
    return rotate.wait() == -signal.SIGKILL


def test_nothing_is_lost_whenever_it_is_killed(house: Path) -> None:
    dice, cut = random.Random(20261123), 0
    for _ in range(KILLS):
        cut += kill_in_the_middle(house, dice.uniform(0, 0.15))
        rows, _, _ = (int(n) for n in run(house, "-c", READ).split())
        assert rows == ROWS

    run(house, "-m", "eok.run", "keys", "rotate")

    assert cut, "at least one was killed at work"
    rows, waiting, _ = (int(n) for n in run(house, "-c", READ).split())
    assert (rows, waiting) == (ROWS, 0)


def test_a_process_that_runs_on_writes_and_reads_through_the_change(house: Path) -> None:
    ring = FileKeyring(house / "keys", may_create=False)
    before = ring.new_data_key()
    sealed = ring.encrypt(before, b"x", context="c")
    name = ring.fingerprints()

    run(house, "-m", "eok.run", "keys", "rotate")

    assert ring.decrypt(before, sealed, context="c") == b"x"
    assert ring.rewrap(ring.new_data_key()) is None, "wraps under the new key, without a new start"
    assert ring.fingerprints()[1:] == name
