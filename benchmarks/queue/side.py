"""One of the two queues as the bench handles it: its processes, and what they left behind."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

from benchmarks.places import environment
from eok.core.database import databases
from eok.core.launch.places import ROOT


@dataclass(frozen=True)
class Side:
    name: str
    """`ours` or `theirs`: the module beside this one."""
    python: str
    folder: Path
    database: str
    """A folder for SQLite's files, or an address of PostgreSQL."""

    @property
    def clock(self) -> Path:
        """Moves the outbox's time, so that leases of killed workers needn't be waited for."""
        return self.folder / "clock"

    def call(self, *words: str) -> None:
        subprocess.run(self._command(words), cwd=ROOT, env=self._environment(), check=True)

    def work(self) -> subprocess.Popen[bytes]:
        """A worker process."""
        return subprocess.Popen(
            self._command(["work"]), cwd=ROOT, env=self._environment(), stderr=subprocess.DEVNULL
        )

    def seen(self) -> list[tuple[int, float]]:
        """The effects so far: which job, and when."""
        if self.database.startswith("postgresql:"):
            with psycopg.connect(self.database) as connection:
                return [(int(n), float(at)) for n, at in connection.execute("SELECT n, at FROM effect")]
        path = databases("", Path(self.database))["default"]["NAME"]
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return [(int(n), float(at)) for n, at in connection.execute("SELECT n, at FROM effect")]

    def _command(self, words: Sequence[str]) -> list[str]:
        return [self.python, "-m", "benchmarks.inside", f"benchmarks.queue.{self.name}", *words]

    def _environment(self) -> dict[str, str]:
        return environment(
            {
                "DJANGO_SETTINGS_MODULE": f"benchmarks.queue.{self.name}_settings",
                "BENCH_DATABASE": self.database,
                "BENCH_FOLDER": str(self.folder),
                "BENCH_CLOCK": f"file:{self.clock}",
            }
        )


def fresh(name: str, folder: Path, peers: str, server: str) -> Side:
    """An empty queue, its tables made. server: address of PostgreSQL, or empty for SQLite."""
    folder.mkdir(parents=True)
    python = peers if name == "theirs" else sys.executable
    side = Side(name, python, folder, _database(server, folder) if server else str(folder))
    side.call("prepare")
    return side


def _database(server: str, folder: Path) -> str:
    own = folder.name.replace("-", "_")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{own}"')
    return f"{server.rpartition('/')[0]}/{own}"


def end(worker: subprocess.Popen[bytes], number: signal.Signals = signal.SIGTERM) -> None:
    """Ends a worker that we started and waits for its end."""
    if worker.poll() is None:
        os.kill(worker.pid, number)
    worker.wait()
