"""Reads what a process asked of the kernel (strace) and says which answers left before a sync.

A write into the database's files makes them dirty; a sync that has *ended* makes them clean; an answer
that *begins* while they are dirty was given too early (행정절차법 §17②: filed is what the office has).
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SYNCS = ("fdatasync", "fsync")
WRITES = ("pwrite64", "write", "pwritev", "pwritev2", "writev", "sendto", "sendmsg")
_LINE = re.compile(r"^(?P<pid>\d+) +(?P<resumed><\.\.\. )?(?P<call>\w+)(?P<rest>.*)$")
_RETURNED = re.compile(r"= -?\d+( |$|<)")


@dataclass(frozen=True)
class Call:
    """One line of strace's."""

    pid: int
    name: str
    text: str
    begins: bool
    ends: bool
    """Both, unless another thread came between."""


@dataclass(frozen=True)
class Answers:
    """What left the process."""

    after_sync: int
    too_early: int
    """Given while something written was not yet on the disk."""


def needs_strace() -> pytest.MarkDecorator:
    """Tests that look at system calls are left out where nobody may look."""
    return pytest.mark.skipif(not _may_trace(), reason="strace is not installed, or may not trace here")


def _may_trace() -> bool:
    strace = shutil.which("strace")
    return (
        strace is not None
        and subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0
    )


@contextmanager
def traced(pids: Iterable[int], log: Path) -> Iterator[None]:
    """Write the calls of running processes and their threads into `log`; begins once it is attached."""
    words = ["strace", "-f", "-y", "-s", "120", "-e", f"trace={','.join((*SYNCS, *WRITES))}", "-o", str(log)]
    for pid in pids:
        words += ["-p", str(pid)]
    watcher = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert watcher.stderr is not None
    assert "attached" in watcher.stderr.readline()
    try:
        yield
    finally:
        watcher.terminate()
        watcher.communicate()


def read(log: Path) -> Iterator[Call]:
    """The calls in the order in which the kernel saw them."""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _LINE.match(line)
        if match:
            rest = match["rest"]
            ended = bool(_RETURNED.search(rest)) and "<unfinished" not in rest
            yield Call(int(match["pid"]), match["call"], rest, not match["resumed"], ended)


def answers(calls: Iterable[Call], *, database: str, answer: str) -> Answers:
    """database: part of the paths of its files; answer: part of the bytes that tell the client."""
    dirty: set[int] = set()
    wrote, after_sync, too_early = False, 0, 0
    syncing: dict[int, bool] = {}
    for call in calls:
        if call.name in SYNCS:
            if call.begins:
                syncing[call.pid] = database in call.text
            if call.ends and syncing.pop(call.pid, False):
                dirty.clear()
        elif call.begins and call.name in WRITES:
            if database in call.text.split(",", 1)[0]:
                dirty.add(call.pid)
                wrote = True
            elif answer in call.text and wrote:
                too_early, after_sync = too_early + bool(dirty), after_sync + (not dirty)
                wrote = False
    return Answers(after_sync, too_early)
