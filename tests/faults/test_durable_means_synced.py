"""What is acknowledged is on the disk: a sync stands between each write and its answer.

The second test turns durability down and sees the first one's eyes notice it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import system_calls
from tests.faults.system_calls import Answers

ROOT = Path(__file__).parents[2]
ACTS = 5

pytestmark = system_calls.needs_strace()


def act_under_watch(folder: Path, **settings: str) -> Answers:
    """Do some acts in a process of their own; what the kernel saw of it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EOK_")}
    environment = {"DJANGO_SETTINGS_MODULE": "eok.settings", **kept, "EOK_STATE_DIR": str(folder), **settings}
    environment["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.act"],
        cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        with system_calls.traced([process.pid], folder / "calls"):
            for number in range(ACTS):
                process.stdin.write(f"{number}\n")
                assert process.stdout.readline() == "acknowledged\n"
        process.stdin.close()
    calls = system_calls.read(folder / "calls")
    return system_calls.answers(calls, database="eok.sqlite3", answer="acknowledged")


def test_a_sync_stands_between_write_and_answer(tmp_path: Path) -> None:
    assert act_under_watch(tmp_path) == Answers(after_sync=ACTS, too_early=0)


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_durability_turned_down_is_noticed(tmp_path: Path, synchronous: str) -> None:
    careless = "tests.faults.careless_settings"

    seen = act_under_watch(tmp_path, DJANGO_SETTINGS_MODULE=careless, CARELESS_SYNCHRONOUS=synchronous)

    assert seen == Answers(after_sync=0, too_early=ACTS)
