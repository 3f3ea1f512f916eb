"""The queue: a file lock taken before BEGIN IMMEDIATE, so that writers are served in turn.

SQLite's own busy wait is a lottery (16 writers: worst wait 3.2 s; behind this lock 0.29 s). The lock
also keeps two connections from committing and checkpointing at once (the WAL-reset defect of
SQLite 3.7.0–3.51.2). Web, worker, backup, migrate and shell all take it.
"""

import fcntl
import os
import sys
import threading
from pathlib import Path
from time import monotonic, sleep, time

from django.db.utils import OperationalError

from eok.core.errors import UnavailableError

WAIT_SECONDS = 20.0
STEP_BACK_SECONDS = 0.25
"""How long one who steps back looks for a quiet moment before standing in line like everybody."""
QUIET_SECONDS = 0.02
"""No other writer for so long: a quiet moment."""
GLANCE_SECONDS = 0.002

_steps_back = False


def step_back() -> None:
    """This process (the worker) lets those go first in front of whom somebody waits."""
    global _steps_back
    _steps_back = True


class QueueTimeoutError(UnavailableError, OperationalError):
    """Nobody let us in, so nothing was saved. People read the message; logs and terminals also name the holder."""

    def __init__(self, seconds: float, holder: str) -> None:
        super().__init__(
            f"{seconds:g}초를 기다렸지만 자료를 쓸 차례가 오지 않았습니다. 방금 보낸 것은 저장되지 않았고, "
            "이미 저장된 것은 그대로 있습니다. 잠시 뒤 다시 시도해 주세요."
        )
        self.holder = holder
        """Process id and name."""

    def __str__(self) -> str:
        return f"{self.message} (자료를 쓰고 있는 것: {self.holder})"


class WriteQueue:
    """One per connection; re-entrant for its owner."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._fd: int | None = None
        self._depth = 0

    def enter(self, wait_seconds: float | None = None) -> None:
        """Wait for our turn, WAIT_SECONDS unless told. Raises QueueTimeoutError."""
        self._depth += 1
        if self._depth > 1:
            return
        fd = self._open()
        if _steps_back:
            _await_quiet(fd)
        if not _free(fd):
            self._wait(fd, WAIT_SECONDS if wait_seconds is None else wait_seconds)
        os.pwrite(fd, f"{os.getpid()} {Path(sys.argv[0]).name}".encode()[:120].ljust(120), 0)

    def leave(self) -> None:
        """Let the next one in."""
        if self._depth == 0:
            return
        self._depth -= 1
        if self._depth == 0 and self._fd is not None:
            fcntl.flock(self._fd, fcntl.LOCK_UN)

    def close(self) -> None:
        self._depth = 0
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    def _open(self) -> int:
        if self._fd is None:
            self._fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        return self._fd

    def _wait(self, fd: int, seconds: float) -> None:
        """Block in a thread of its own: flock keeps the order but knows no time-out."""
        waiting = os.dup(fd)
        got = threading.Event()
        threading.Thread(target=_block, args=(waiting, got), daemon=True).start()
        if got.wait(seconds):
            return
        holder = os.pread(fd, 120, 0).decode(errors="replace").strip()
        self._abandon()
        raise QueueTimeoutError(seconds, holder)

    def _abandon(self) -> None:
        """Leave the line: a lock that comes later belongs to a file nobody of us holds."""
        self.close()


def _free(fd: int) -> bool:
    """Ours, if nobody has it."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _await_quiet(fd: int) -> None:
    """Until nobody else has written for a moment: each writer leaves its name and the time in the lock file."""
    until = monotonic() + STEP_BACK_SECONDS
    while monotonic() < until and _others_write(fd):
        sleep(GLANCE_SECONDS)


def _others_write(fd: int) -> bool:
    """One who seems to have written later than now did so before the clock was set back."""
    last = os.pread(fd, 120, 0).split(b" ")[0]
    return last != str(os.getpid()).encode() and abs(time() - os.fstat(fd).st_mtime) < QUIET_SECONDS


def _block(fd: int, got: threading.Event) -> None:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        got.set()
    finally:
        os.close(fd)
