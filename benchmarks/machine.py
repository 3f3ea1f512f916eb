"""The machine a figure was measured on, with how fast its disk makes writes durable."""

import os
import platform
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

BLOCK = b"\0" * 4096
SYNC_SECONDS = 1.0


def describe(folder: Path) -> dict[str, object]:
    """Facts beside every figure. folder: on the disk the benches use."""
    rate, median = sync_rate(folder)
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count() or 0,
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "kernel": platform.release(),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "fdatasync_per_second": round(rate),
        "fdatasync_microseconds": round(median * 1e6),
        "load_before": round(os.getloadavg()[0], 2),
        "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }


def sync_rate(folder: Path) -> tuple[float, float]:
    """Syncs of a 4 KB write a second, and the median seconds of one."""
    took: list[float] = []
    with tempfile.NamedTemporaryFile(dir=folder, buffering=0) as file:
        os.pwrite(file.fileno(), BLOCK * 16, 0)
        os.fsync(file.fileno())
        until = time.monotonic() + SYNC_SECONDS
        while time.monotonic() < until:
            began = time.perf_counter()
            os.pwrite(file.fileno(), BLOCK, len(took) % 16 * len(BLOCK))
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - began)
    return len(took) / sum(took), statistics.median(took)


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
