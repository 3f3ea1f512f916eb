"""One process of the house: its command, its log, its end.

Each child leads a process group of its own, so that nothing it started outlives it; on Linux the
kernel ends it when the watching process itself is killed.
"""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import BinaryIO

LOG_LIMIT_BYTES = 5_000_000
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    """What to run."""

    name: str
    """Names the log file and stands in messages."""
    command: tuple[str, ...]
    is_ready: Callable[[], bool] = field(default=lambda: True)
    """Asked again and again after the start; must answer quickly."""
    starts_last: bool = False
    """Starts once the others are ready, so that they needn't share the processors with it."""


class Child:
    """A program that runs, ran, or will run again."""

    def __init__(self, program: Program, *, log_dir: Path, environment: Mapping[str, str]) -> None:
        self.program = program
        self.log = log_dir / f"{program.name}.log"
        self.quick_deaths = 0
        self._environment = dict(environment)
        self._process: subprocess.Popen[bytes] | None = None
        self._began = 0.0
        self._end_seen = False

    def start(self) -> None:
        """Starts it; what it prints is added to its log, or lost where there is no place for one."""
        with _opened(self.log) as log:
            self._process = subprocess.Popen(
                self.program.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment,
                process_group=0,
                preexec_fn=end_with_parent,
            )
        self._began, self._end_seen = monotonic(), False

    @property
    def age(self) -> float:
        """Seconds since its start."""
        return monotonic() - self._began

    def has_just_ended(self) -> bool:
        """True once for each end."""
        if self._process is None or self._end_seen or self.runs:
            return False
        self._end_seen = True
        return True

    @property
    def runs(self) -> bool:
        """Whether the process is there at this moment."""
        return self._process is not None and self._process.poll() is None

    @property
    def was_killed(self) -> bool:
        """Whether its last end was somebody else's doing (an administrator, the kernel short of memory)."""
        return self._process is not None and self._process.returncode in (-signal.SIGKILL, -signal.SIGTERM)

    def send(self, number: signal.Signals) -> None:
        """A signal to the whole group, also when its leader is gone already."""
        if self._process is None:
            return
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            return

    def last_lines(self, count: int = 20) -> list[str]:
        """The end of its log."""
        if not self.log.exists():
            return []
        return self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]


def _opened(log: Path) -> BinaryIO:
    try:
        _shorten(log)
        return log.open("ab")
    except OSError:  # a disk that is full or can only be read keeps nobody from working
        return Path(os.devnull).open("ab")


def _shorten(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
        log.replace(log.with_suffix(".log.old"))


def end_with_parent() -> None:
    """Called in a new process before its program: on Linux the kernel ends it when we are gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
