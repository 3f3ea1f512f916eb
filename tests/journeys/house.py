"""The whole house as its own processes, with a clock that the test moves."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.installation import answers
from eok.core.launch.ports import free_port
from tests.state import OUTER

ROOT = Path(__file__).resolve().parents[2]
BORROWED = ("node_modules", "static")

FIRST_PORT = 10000
"""Below those of `benchmarks/installation.py`, so that houses of both kinds never want the same."""


@dataclass
class House:
    """One installation in a folder of its own."""

    folder: Path
    port: int
    log: Path
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def set_clock(self, moment: str) -> None:
        """Let time stand at a moment (ISO, with zone)."""
        draft = self.folder / "clock.new"
        draft.write_text(datetime.fromisoformat(moment).isoformat())
        draft.replace(self.folder / "clock")

    def move_clock(self, by: timedelta) -> None:
        now = datetime.fromisoformat((self.folder / "clock").read_text())
        self.set_clock((now + by).isoformat())

    def simulator(self, name: str) -> str:
        """Address of a simulated system: they take the ports after the house's, in this order."""
        order = (
            "identity", "sms", "tax_office", "payments", "shared_records", "addresses", "building_register"
        )  # fmt: skip
        return f"http://127.0.0.1:{self.port + 1 + order.index(name)}"

    def environment(self) -> dict[str, str]:
        """For commands run beside the house."""
        return environment(self.folder)


def environment(folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("EOK_") or k == "EOK_DATABASE_URL"}
    return {
        **kept,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "EOK_STATE_DIR": str(folder),
        "EOK_DATA_DIR": str(ROOT / "data"),
        "EOK_DISTRICT_DIR": str(ROOT / "districts" / "seocho"),
        "EOK_CLOCK": f"file:{folder / 'clock'}",
    }


@contextlib.contextmanager
def running(folder: Path, *, clock: str) -> Iterator[House]:
    """Start, wait until it answers, and stop everything at the end."""
    port = free_port("127.0.0.1", FIRST_PORT + os.getpid() % 1000 * 8)
    log = folder / "start.log"
    (folder / "clock").write_text(clock)
    borrow(folder)
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "eok.run", "start", "--port", str(port)],
            cwd=ROOT, env=environment(folder), stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
    house = House(folder, port, log, process)
    try:
        if not answers(house.url, "/readyz", process):
            raise AssertionError(f"the house did not open:\n{log.read_text(errors='replace')[-4000:]}")
        yield house
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def borrow(folder: Path) -> None:
    """What was installed and built already is not made again for each house."""
    for name in BORROWED:
        source = OUTER / name
        if source.is_dir():
            shutil.copytree(source, folder / name, symlinks=True)
