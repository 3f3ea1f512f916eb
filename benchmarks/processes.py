"""What processes cost, as the kernel counts it: processor time and memory of a whole family."""

import os
from collections.abc import Iterable
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process and all that it started, and they started."""
    children: dict[int, list[int]] = {}
    for known in _all():
        children.setdefault(_parent(known), []).append(known)
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def named(pids: Iterable[int], word: str) -> list[int]:
    """Those whose command line has the word."""
    return [pid for pid in pids if word in command(pid)]


def command(pid: int) -> str:
    """Its command line; empty when it is gone."""
    return _read(pid, "cmdline").replace("\0", " ")


def cpu_seconds(pids: Iterable[int]) -> float:
    """User and system time of the processes so far."""
    ticks = 0
    for pid in pids:
        fields = _fields(pid)
        ticks += int(fields[11]) + int(fields[12]) if fields else 0
    return ticks / TICKS


def pss_bytes(pids: Iterable[int]) -> int:
    """Memory of the processes, each shared page shared out among its users (smaps_rollup)."""
    lines = (line for pid in pids for line in _read(pid, "smaps_rollup").splitlines())
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _all() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _parent(pid: int) -> int:
    fields = _fields(pid)
    return int(fields[1]) if fields else 0


def _fields(pid: int) -> list[str]:
    """/proc/PID/stat after the name, which may hold spaces."""
    return _read(pid, "stat").rpartition(")")[2].split()


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return ""
