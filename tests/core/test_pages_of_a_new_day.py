"""A page kept yesterday is not shown today: a dated section of an affair may be in force since midnight."""

import subprocess
import sys

VERSIONS = """
from datetime import datetime
from eok import wsgi
from eok.core import clock
for day, hour in ((26, 9), (26, 23), (27, 0)):
    with clock.freeze(datetime(2026, 11, day, hour, 30, tzinfo=clock.SEOUL)):
        print(wsgi._version().rpartition(":")[2])
"""


def test_midnight_in_seoul_makes_a_new_version() -> None:
    done = subprocess.run(
        [sys.executable, "-c", VERSIONS], capture_output=True, text=True, timeout=120, check=False
    )

    assert done.stdout.split()[-3:] == ["2026-11-26", "2026-11-26", "2026-11-27"], done.stderr
