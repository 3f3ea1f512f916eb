"""The supervisor keeps its programs alive, gives up on one that can't live, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.launcher.conftest import Mailbox

HOUSE = """
import os, sys
from pathlib import Path
from eok.core.launch.children import Program
from eok.core.launch.supervisor import Patience, Supervisor

def program(number, code):
    late, never = code.startswith("late:"), code.startswith("never:")
    command = (sys.executable, "-c", code.removeprefix("late:").removeprefix("never:"))
    return Program(f"p{number}", command, is_ready=lambda: not never, starts_last=late)

def ready():
    print("ready, started:", *sorted(path.stem for path in log_dir.glob("*.log")), flush=True)

log_dir = Path(sys.argv[1])
patience = Patience(first_pause=0.01, glance=0.01, slow=0.2, goodbye=5)
programs = [program(number, code) for number, code in enumerate(sys.argv[2:])]
sys.exit(Supervisor(programs, log_dir=log_dir, environment=os.environ, patience=patience).run(ready))
"""
SAY_PID = (
    "import os, signal, subprocess, sys; box = open({box!r}, 'w', buffering=1); print(os.getpid(), file=box)"
)
LIVES = f"{SAY_PID}; signal.pause()"
DEAF = (
    f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SAY_PID}; signal.pause(); signal.pause()"
)
PARENT = SAY_PID.replace("print(os", "c = subprocess.Popen(['sleep', '60']); print(os", 1)
PARENT = PARENT.replace("getpid()", "getpid(), c.pid") + "; signal.pause()"
DIES = "import sys; sys.exit('no database here')"


class House:
    """Runs a supervisor over one-line programs."""

    def __init__(self, folder: Path, environment: dict[str, str], box: Mailbox) -> None:
        self._folder, self._environment, self._box = folder, environment, box
        self.process: subprocess.Popen[str] | None = None

    def start(self, *programs: str) -> subprocess.Popen[str]:
        codes = [code.replace("{box!r}", repr(str(self._box.path))) for code in programs]
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOUSE, str(self._folder), *codes],
            env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self.process


@pytest.fixture
def house(tmp_path: Path, environment: dict[str, str], mailbox: Mailbox) -> Iterator[House]:
    house = House(tmp_path, environment, mailbox)
    yield house
    if house.process and house.process.poll() is None:
        house.process.kill()
        house.process.communicate()


def wait_gone(pid: int) -> None:
    """Blocks until the process has ended (a pidfd becomes readable then)."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    with os.fdopen(handle):
        import select

        assert select.select([handle], [], [], 20)[0], f"{pid} still runs"


def test_a_killed_program_is_started_again(house: House, mailbox: Mailbox) -> None:
    house.start(LIVES)
    first = int(mailbox.line())

    os.kill(first, signal.SIGKILL)

    assert int(mailbox.line()) != first


def test_being_killed_often_is_no_fault_of_the_program(house: House, mailbox: Mailbox) -> None:
    process = house.start(LIVES)

    for _ in range(7):
        os.kill(int(mailbox.line()), signal.SIGKILL)

    assert mailbox.line()
    assert process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_programs(house: House, mailbox: Mailbox, number: signal.Signals) -> None:
    process = house.start(LIVES, LIVES)
    pids = [int(mailbox.line()), int(mailbox.line())]

    process.send_signal(number)

    assert process.wait(20) == 0
    for pid in pids:
        wait_gone(pid)


def test_a_second_signal_kills_what_does_not_listen(house: House, mailbox: Mailbox) -> None:
    process = house.start(DEAF)
    pid = int(mailbox.line())

    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGINT)

    assert process.wait(20) == 0
    wait_gone(pid)


def test_what_a_dead_program_left_behind_is_ended(house: House, mailbox: Mailbox) -> None:
    house.start(PARENT)
    parent, grandchild = map(int, mailbox.line().split())

    os.kill(parent, signal.SIGKILL)

    wait_gone(grandchild)


def test_five_quick_deaths_stop_everything_with_the_last_lines(house: House, mailbox: Mailbox) -> None:
    process = house.start(LIVES, DIES)
    pid = int(mailbox.line())

    _, said = process.communicate(timeout=20)

    assert process.returncode == 1
    assert said.count("다시 시작합니다") == 4
    assert "  | no database here" in said
    wait_gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_programs_end_when_the_supervisor_is_killed(house: House, mailbox: Mailbox) -> None:
    process = house.start(LIVES)
    pid = int(mailbox.line())

    process.kill()

    wait_gone(pid)


def test_ready_is_said_once_when_all_are(house: House, mailbox: Mailbox) -> None:
    process = house.start(LIVES, LIVES)
    first = int(mailbox.line())
    mailbox.line()
    os.kill(first, signal.SIGKILL)
    mailbox.line()

    process.terminate()
    said, _ = process.communicate(timeout=20)

    assert said == "ready, started: p0 p1\n"


def test_a_late_program_starts_after_the_word(house: House, mailbox: Mailbox) -> None:
    process = house.start("late:" + LIVES, LIVES)
    assert process.stdout

    assert process.stdout.readline() == "ready, started: p1\n"
    assert mailbox.line() != mailbox.line()


def test_what_is_never_ready_is_named_once(house: House, mailbox: Mailbox) -> None:
    process = house.start("never:" + LIVES)
    assert process.stderr

    assert "p0이(가) 아직 준비되지 않았습니다" in process.stderr.readline()

    process.terminate()
    assert process.communicate(timeout=20) == ("", "")


def test_a_long_log_is_set_aside_at_the_next_start(house: House, tmp_path: Path, mailbox: Mailbox) -> None:
    (tmp_path / "p0.log").write_bytes(b"x" * 5_000_001)

    house.start(LIVES)
    mailbox.line()

    assert (tmp_path / "p0.log").stat().st_size == 0
    assert (tmp_path / "p0.log.old").stat().st_size == 5_000_001
