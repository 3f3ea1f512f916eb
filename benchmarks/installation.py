"""A whole house for a bench or a test: processes, folder and port of its own, every setting its default."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep, time

from benchmarks import processes
from benchmarks.client import Client, ConnectionLostError
from benchmarks.places import environment
from eok.core.launch.places import ROOT
from eok.core.launch.ports import free_port

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 300
GLANCE_SECONDS = 0.02
FIRST_PORT, PLACES = 18000, 1400
"""Houses listen below 32768, the ports a connection may leave from: who asks a port there again and again before
anybody listens may end up connected to itself, and hold it."""


class StartError(Exception):
    """The house did not open; the text is the end of what it said."""


@dataclass
class Installation:
    """A running house."""

    folder: Path
    port: int
    settings: Mapping[str, str]
    """EOK_* as the house was started with."""
    process: subprocess.Popen[bytes] = field(repr=False)
    seconds_to_open: float = 0.0

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def pids(self) -> list[int]:
        """The supervisor and all it started."""
        return processes.family(self.process.pid)

    def server(self) -> list[int]:
        """The web server's processes."""
        return processes.named(self.pids(), "granian")

    def worker(self) -> list[int]:
        """The outbox's worker."""
        return processes.named(self.pids(), "eok.run worker")

    @contextmanager
    def without_worker(self) -> Iterator[None]:
        """The worker stands still; it starts a moment after the house has opened."""
        deadline = monotonic() + PATIENCE_SECONDS
        while not self.worker() and monotonic() < deadline:
            sleep(GLANCE_SECONDS)
        (worker,) = self.worker()
        os.kill(worker, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(worker, signal.SIGCONT)

    def simulator(self, name: str) -> list[int]:
        return processes.named(self.pids(), f"simulators.{name}")

    def address_of(self, simulator: str) -> str:
        """Where a simulator listens, as its command line says."""
        words = processes.command(self.simulator(simulator)[0]).split()
        return f"http://{LOOPBACK}:{words[words.index('--port') + 1]}"

    def environment(self) -> dict[str, str]:
        """For commands run beside the house."""
        return environment(self.settings)

    def call(self, module: str, function: str, *arguments: str) -> str:
        """Run a function in a process beside the house, with its settings; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.inside", module, function, *arguments],
            cwd=ROOT, env=self.environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise StartError(done.stderr[-2000:])
        return done.stdout


@contextmanager
def installation(
    folder: Path, *words: str, settings: Mapping[str, str] | None = None
) -> Iterator[Installation]:
    """Start, wait until it answers, stop everything at the end. words: of `./eok start`.

    Rates are off, for a bench asks as no single visitor may; what they cost stands in docs/performance.md.
    """
    chosen = {"EOK_STATE_DIR": str(folder), "EOK_RATES": "0", **(settings or {})}
    port = _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    began = monotonic()
    with (folder / "start.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "eok.run", "start", "--port", str(port), *words],
            cwd=ROOT, env=environment(chosen), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    house = Installation(folder, port, chosen, process)
    try:
        if not answers(house.url, "/readyz", process):
            raise StartError(_last_words(folder))
        house.seconds_to_open = monotonic() - began
        yield house
    finally:
        _stop(process)


def _free_port() -> int:
    """Its neighbours are for the simulators; several houses may be open in one process."""
    for number in range(PLACES):
        port = FIRST_PORT + (os.getpid() + number) % PLACES * 10
        if free_port(LOOPBACK, port) == port:
            return port
    raise StartError("no port is free")


def clock_at(folder: Path, moment: str) -> dict[str, str]:
    """Settings that make the house's time begin at a moment (ISO, with zone) and run on from there."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = folder / "clock"
    clock.write_text(f"{datetime.fromisoformat(moment).timestamp() - time():+.0f}")
    return {"EOK_CLOCK": f"file:{clock}"}


def move_clock(folder: Path, seconds: int) -> None:
    """Later, for a house whose clock was set by `clock_at`."""
    clock, draft = folder / "clock", folder / "clock.new"
    draft.write_text(f"{float(clock.read_text()) + seconds:+.0f}")
    draft.replace(clock)


def answers(url: str, path: str, process: "subprocess.Popen[bytes]") -> bool:
    """Waits until it answers well (True), ends, or patience does."""
    deadline = monotonic() + PATIENCE_SECONDS
    with Client(url, seconds=5) as client:
        while monotonic() < deadline and process.poll() is None:
            try:
                if client.get(path).status < 400:
                    return True
            except (OSError, ConnectionLostError):
                sleep(GLANCE_SECONDS)
    return False


def _last_words(folder: Path) -> str:
    return (folder / "start.log").read_text(encoding="utf-8", errors="replace")[-3000:]


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
