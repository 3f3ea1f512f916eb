"""Processes for the launcher's tests: each runs for real, with a state folder of its own."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


class Mailbox:
    """A named pipe that children write to, so that a test can wait for a word and not for time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._end = os.open(path, os.O_RDWR)
        self._rest = b""

    def line(self, seconds: float = 20) -> str:
        """The next line. Fails the test when none comes."""
        while b"\n" not in self._rest:
            readable, _, _ = select.select([self._end], [], [], seconds)
            assert readable, "no word came"
            self._rest += os.read(self._end, 4096)
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()

    def close(self) -> None:
        """Gives the pipe back."""
        os.close(self._end)


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[Mailbox]:
    """An empty mailbox."""
    box = Mailbox(tmp_path / "mailbox")
    yield box
    box.close()


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What a launcher process sees: this checkout, a fresh state folder, none of our own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("EOK_", "PYTEST_"))}
    return kept | {
        "EOK_STATE_DIR": str(tmp_path / "state"),
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "PYTHONUTF8": "1",
    }


def run_verb(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """`./eok WORDS`, past the shell part."""
    command = [sys.executable, "-m", "eok.run", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
