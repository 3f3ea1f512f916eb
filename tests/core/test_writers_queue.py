"""Writers of one SQLite file are served in turn, and who waits too long learns who holds the lock."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from eok.core.sqlite import queue as queues
from eok.core.sqlite.queue import QueueTimeoutError, WriteQueue

HOLDER = """
import sys
from pathlib import Path
from eok.core.sqlite.queue import WriteQueue
queue = WriteQueue(Path(sys.argv[1]))
queue.enter()
print("held", flush=True)
sys.stdin.readline()
queue.leave()
print("left", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def held(tmp_path: Path):  # type: ignore[no-untyped-def]  # yields a process and a path
    path = tmp_path / "db.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "src"},
    )  # fmt: skip
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    yield process, path
    process.kill()
    process.wait()


def test_a_second_writer_waits_and_learns_who_holds_the_lock(
    held: tuple[subprocess.Popen[str], Path],
) -> None:
    process, path = held
    queue = WriteQueue(path)

    with pytest.raises(QueueTimeoutError, match=str(process.pid)):
        queue.enter(wait_seconds=0.2)


def test_a_second_writer_gets_in_when_the_first_leaves(held: tuple[subprocess.Popen[str], Path]) -> None:
    process, path = held
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
    queue = WriteQueue(path)

    queue.enter(wait_seconds=5)

    queue.leave()


def test_a_killed_writer_frees_the_lock(held: tuple[subprocess.Popen[str], Path]) -> None:
    process, path = held
    process.kill()

    queue = WriteQueue(path)
    began = time.monotonic()
    queue.enter(wait_seconds=5)

    assert time.monotonic() - began < 5


def test_the_owner_may_enter_again(tmp_path: Path) -> None:
    queue, other = WriteQueue(tmp_path / "l"), WriteQueue(tmp_path / "l")
    queue.enter()
    queue.enter()
    queue.leave()
    with pytest.raises(QueueTimeoutError):
        other.enter(wait_seconds=0.05)
    queue.leave()

    other.enter(wait_seconds=0.05)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process steps back, as the worker does."""
    monkeypatch.setattr(queues, "_steps_back", False)
    queues.step_back()


def waited(path: Path) -> float:
    """Seconds until we were let in."""
    queue = WriteQueue(path)
    began = time.monotonic()
    queue.enter(wait_seconds=5)
    queue.leave()
    return time.monotonic() - began


def test_the_worker_lets_others_write_first_but_not_for_ever(worker: None, tmp_path: Path) -> None:
    path = tmp_path / "db.lock"
    path.write_text("1 server")
    quiet = threading.Event()

    def resident() -> None:
        while not quiet.is_set():
            path.write_text("1 server")

    other = threading.Thread(target=resident)
    other.start()
    try:
        assert waited(path) >= queues.STEP_BACK_SECONDS * 0.9
    finally:
        quiet.set()
        other.join()
    os.utime(path, (0, 0))
    assert waited(path) < queues.STEP_BACK_SECONDS


def test_after_the_clock_was_set_back_nobody_is_thought_to_write(worker: None, tmp_path: Path) -> None:
    path = tmp_path / "db.lock"
    path.write_text("1 server")
    tomorrow = time.time() + 86_400
    os.utime(path, (tomorrow, tomorrow))

    assert waited(path) < queues.STEP_BACK_SECONDS


def test_the_worker_does_not_wait_for_itself(worker: None, tmp_path: Path) -> None:
    path = tmp_path / "db.lock"

    assert sum(waited(path) for _ in range(20)) < queues.STEP_BACK_SECONDS
