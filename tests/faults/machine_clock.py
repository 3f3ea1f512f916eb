"""The clock of the machine itself, as the programs of one house see it: moved while they run."""

import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

SOURCE = Path(__file__).with_suffix(".c")


class MachineClock:
    """Needs a C compiler; without one it stands as it is, and `settings` is empty."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "machine-clock"
        self._move(0)
        self.settings = self._preload(folder / "machine_clock.so")
        """Environment of the programs that see it."""

    @contextmanager
    def moved(self, seconds: int) -> Iterator[None]:
        self._move(seconds)
        try:
            yield
        finally:
            self._move(0)

    def _move(self, seconds: int) -> None:
        """In place: the programs hold the file in their memory."""
        with self._file.open("r+b" if self._file.exists() else "wb") as file:
            file.write(struct.pack("=q", seconds))

    def _preload(self, library: Path) -> dict[str, str]:
        compiler = shutil.which("cc")
        if compiler is None:
            return {}
        subprocess.run(
            [compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"], check=True
        )
        return {"LD_PRELOAD": str(library), "MACHINE_CLOCK": str(self._file)}


def tell() -> None:
    """Prints what time it is for a program of the house (seconds since 1970)."""
    sys.stdout.write(str(time()))
