"""A PostgreSQL server of its own for one test run: made, used, thrown away.

Lies in the system's temporary folder, because its owner (PostgreSQL refuses to run as root) must be
able to walk there and because a socket path may have no more than 107 characters.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eok.core.launch.errors import LaunchError
from eok.core.launch.packages import find
from eok.core.launch.plan import LOOPBACK
from eok.core.launch.ports import free_port


@dataclass(frozen=True)
class Cluster:
    """A server that may be ended and started again."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgresql://postgres@{LOOPBACK}:{self.port}/postgres"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def postmaster(self) -> int:
        """Its process id."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def is_empty(self) -> bool:
        """Whether nobody listens: a new server refuses to start beside the rest of an old one."""
        try:
            socket.create_connection((LOOPBACK, self.port), timeout=0.5).close()
        except OSError:
            return not _processes_in(self.data)
        return False

    def make(self, *words: str) -> None:
        """words: of initdb. Trusts whoever reaches it; only this machine does."""
        fixed = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        _run(self.folder, "initdb", "-D", str(self.data), *fixed, *words)

    def start(self, *words: str) -> None:
        """Also what was cut off in the middle: the server mends it first. words: of postgres, such as -c fsync=off."""
        options = " ".join((*self._options(), *words))
        _run(
            self.folder, "pg_ctl", "start", "-D", str(self.data), "-l", str(self.folder / "log"), "-o", options, "-w",
        )  # fmt: skip

    def command(self, *words: str) -> list[str]:
        """The server itself, to be run by somebody who watches it."""
        return [*_as_postgres(), _command("postgres"), "-D", str(self.data), *self._options(), *words]

    def _options(self) -> tuple[str, ...]:
        chosen = (
            f"listen_addresses={LOOPBACK}",
            f"port={self.port}",
            f"unix_socket_directories={self.folder}",
        )
        return tuple(word for one in chosen for word in ("-c", one))

    def stop(self, mode: str = "immediate") -> None:
        """mode: immediate, as a crash; fast, in order."""
        _run(self.folder, "pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-w")

    def own(self) -> None:
        """After somebody else put files there: they belong to the server's user again."""
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", "postgres:postgres", str(self.data)], check=True)
        self.data.chmod(0o700)

    def tool(self, name: str, *words: str) -> None:
        """One of the programs beside the server's, such as pg_amcheck. Raises LaunchError with what it found."""
        _run(self.folder, name, *words)


@contextmanager
def temporary_cluster() -> Iterator[str]:
    """The address of a running server, as EOK_DATABASE_URL wants it. Raises LaunchError."""
    with cluster() as made:
        yield made.url


@contextmanager
def cluster(*words: str) -> Iterator[Cluster]:
    """A running server. words: of initdb. Raises LaunchError."""
    with empty_cluster() as made:
        made.make(*words)
        made.start()
        try:
            yield made
        finally:
            made.stop()


@contextmanager
def empty_cluster() -> Iterator[Cluster]:
    """A folder and a port for a server."""
    folder = Path(tempfile.mkdtemp(prefix="eok-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        yield Cluster(folder, free_port(LOOPBACK, 0))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, name: str, *words: str) -> None:
    done = subprocess.run(
        [*_as_postgres(), _command(name), *words],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise LaunchError(f"시험용 PostgreSQL을 다루지 못했습니다({name}): {done.stderr.strip()}")


def _processes_in(folder: Path) -> list[str]:
    """Processes whose working folder is this one (Linux)."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if link.readlink() == folder:
                found.append(link.parent.name)
        except OSError:
            continue
    return found


def _command(name: str) -> str:
    """initdb and pg_ctl lie together, seldom on the PATH."""
    initdb = find("initdb")
    if initdb is None:
        raise LaunchError(
            "PostgreSQL이 없습니다. sudo apt-get install -y postgresql 뒤에 다시 실행해 주세요."
        )
    return str(Path(initdb).resolve().with_name(name))


def _as_postgres() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["runuser", "-u", pwd.getpwnam("postgres").pw_name, "--"]
