"""A PostgreSQL server of its own for one test run: made, used, thrown away.

Lies in the system's temporary folder, because its owner (PostgreSQL refuses to run as root) must be
able to walk there and because a socket path may have no more than 107 characters.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eok.core.launch.errors import LaunchError
from eok.core.launch.packages import find
from eok.core.launch.plan import LOOPBACK
from eok.core.launch.ports import free_port


@contextmanager
def temporary_cluster() -> Iterator[str]:
    """The address of a running server, as EOK_DATABASE_URL wants it. Raises LaunchError."""
    folder = Path(tempfile.mkdtemp(prefix="eok-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        port = free_port(LOOPBACK, 0)
        _start(folder, port)
        try:
            yield f"postgresql://postgres@{LOOPBACK}:{port}/postgres"
        finally:
            _run(folder, "pg_ctl", "stop", "-D", str(folder / "data"), "-m", "immediate", "-w")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, port: int) -> None:
    """Trusts whoever reaches it, and lets only this machine reach it."""
    data = str(folder / "data")
    _run(folder, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    options = f"-c listen_addresses={LOOPBACK} -c port={port} -c unix_socket_directories={folder}"
    _run(folder, "pg_ctl", "start", "-D", data, "-l", str(folder / "log"), "-o", options, "-w")


def _run(folder: Path, name: str, *words: str) -> None:
    done = subprocess.run(
        [*_as_postgres(), _command(name), *words],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise LaunchError(f"시험용 PostgreSQL을 다루지 못했습니다({name}): {done.stderr.strip()}")


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
