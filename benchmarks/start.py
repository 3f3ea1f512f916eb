"""`start`: `./eok start` on an empty state folder, then again; and the memory of all its processes.

Cold fetches every package anew (its caches lie in the state folder), so the network counts too.
Memory is measured after residents have looked at every public page.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic

from benchmarks import processes
from benchmarks.client import Client
from benchmarks.figures import Figure, Result, at_most
from benchmarks.installation import LOOPBACK, answers
from benchmarks.places import workshop
from eok.core.launch.places import ROOT
from eok.core.launch.ports import free_port

PAGES = (
    "/",
    "/services/mail-order-report",
    "/services/food-business-closure",
    "/search?q=%EA%B0%80%EA%B2%8C",
    "/verify",
    "/status",
)
LOOKS = 20


class NotOpenedError(Exception):
    """It did not open; the text is the end of what it said."""


def measure(*, quick: bool) -> Result:
    with workshop("start") as folder:
        cold = _open(folder / "state")
        again = [_open(folder / "state") for _ in range(1 if quick else 3)]
        disk = sum(path.lstat().st_size for path in (folder / "state").rglob("*"))
    seconds = [one.seconds for one in again]
    last = again[-1]
    figures = (
        Figure("cold_seconds", "처음 시작, 빈 폴더에서", cold.seconds, "초", at_most(90)),
        Figure("second_seconds", "두 번째 시작", median(seconds), "초", at_most(5)),
        Figure("pss_megabytes", "모든 프로세스의 기억 장치(PSS)", last.pss / 2**20, "MB", at_most(400)),
        *(
            Figure(f"pss_{name}", f"  그 가운데 {name}", size / 2**20, "MB")
            for name, size in last.shares.items()
        ),
        Figure("state_megabytes", "상태 폴더의 크기", disk / 2**20, "MB"),
    )
    return Result("start", figures)


class _Opened:
    """One start, until it answered and was looked at."""

    def __init__(self, seconds: float, pids: list[int]) -> None:
        self.seconds = seconds
        self.pss = processes.pss_bytes(pids)
        words = {"server": "granian", "worker": "eok.run worker", "simulators": "simulators."}
        self.shares = {name: processes.pss_bytes(processes.named(pids, word)) for name, word in words.items()}


def _open(state: Path) -> _Opened:
    began = monotonic()
    with _house(state) as (process, url):
        if not answers(url, "/readyz", process):
            raise NotOpenedError(
                (state.parent / "start.log").read_text(encoding="utf-8", errors="replace")[-2000:]
            )
        seconds = monotonic() - began
        with Client(url) as client:
            for _ in range(LOOKS):
                for page in PAGES:
                    client.get(page, {"Cookie": "eok_session=none"})  # drawn anew, not from the cache
        return _Opened(seconds, processes.family(process.pid))


@contextmanager
def _house(state: Path) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """`./eok start` as an operator would type it."""
    port = free_port(LOOPBACK, 0)
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("EOK_", "PYTHON", "UV_"))
    }
    with (state.parent / "start.log").open("wb") as log:
        process = subprocess.Popen(
            [str(ROOT / "eok"), "start", "--port", str(port)],
            env=kept | {"EOK_STATE_DIR": str(state)}, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield process, f"http://{LOOPBACK}:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
