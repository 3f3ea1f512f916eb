"""A machine to follow the page on: its /srv and /etc lie in a folder, its administrator's commands are played.

Played are only what a test may not do to the machine it runs on: packages, users, systemd, the network.
`systemctl` reads the very unit file the page had written and runs its ExecStart; databases are made for real in
a PostgreSQL of the test's own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eok.core.launch.places import ROOT
from tests.operations.page import Block

BASH = shutil.which("bash") or "/bin/bash"
PLAYED = Path(__file__).parent / "played.py"
NOTHING = ("apt-get", "useradd", "chown", "mkfs")
PLAYED_BY_US = ("git", "systemctl", "sudo", *NOTHING)


@dataclass(frozen=True)
class Machine:
    """Fresh: nothing of ours is on it but the Python packages, which would come from the network."""

    folder: Path
    port: int
    database: str
    """`host:port` of a PostgreSQL that trusts us; empty: the page's blocks about it are left out."""

    def here(self, text: str) -> str:
        """The page's words with this machine's places in them."""
        text = text.replace("/srv/", f"{self.folder}/srv/").replace("/etc/", f"{self.folder}/etc/")
        return text.replace("8000", str(self.port)).replace("@127.0.0.1/", f"@{self.database}/")

    def type_in(self, blocks: list[Block]) -> "subprocess.CompletedProcess[str]":
        """In one shell, from the first to the last; it stops at the first command that fails."""
        script = ["set -eu"]
        for number, block in enumerate(blocks):
            script += [f"echo '──── {number} {block.under}' >&2", self.here(block.text)]
        return subprocess.run(
            [BASH, "-c", "\n".join(script)], cwd=self.folder, env=self._environment(), capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    def write(self, block: Block) -> None:
        path = Path(self.here(str(block.path)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.here(block.text), encoding="utf-8")

    def stop(self) -> None:
        subprocess.run(["systemctl", "stop", "eok"], env=self._environment(), check=False)

    def log(self) -> str:
        path = self.folder / "eok.log"
        return path.read_text(encoding="utf-8")[-3000:] if path.exists() else ""

    def _environment(self) -> Mapping[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("EOK_", "PG", "PYTHON"))
        }
        host, _, port = self.database.partition(":")
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return kept | {
            "PATH": path,
            "MACHINE": str(self.folder),
            "PGHOST": host,
            "PGPORT": port,
            "PGUSER": "postgres",
        }


def fresh(folder: Path, port: int, database: str, screens: Path) -> Machine:
    """screens: a folder with built screens, so that the page is followed and not the network."""
    (folder / "bin").mkdir(parents=True)
    for name in PLAYED_BY_US:
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PLAYED}" {name} "$@"\n')
        script.chmod(0o755)
    state = folder / "srv" / "eok" / "state"
    _packages(state / "venv")
    (state / "node_modules").symlink_to(screens / "node_modules")
    shutil.copytree(screens / "static", state / "static")
    return Machine(folder, port, database)


def _packages(venv: Path) -> None:
    """An environment that is up to date, as tests/launcher has it."""
    (venv / "bin").mkdir(parents=True)
    python = venv / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    locks = [(ROOT / "requirements" / name).read_bytes() for name in ("uv.txt", "runtime.txt")]
    (venv / "eok-locks").write_bytes(b"".join(locks))
