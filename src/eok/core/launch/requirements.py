"""Adds packages beyond runtime.txt to the environment: those of the tests, or Node where there is none.

The stamp is written last; an interrupted step is simply done again.
"""

import subprocess
import sys
from pathlib import Path

from eok.core.launch.errors import FetchError
from eok.core.launch.places import ROOT, log_dir, tool
from eok.core.launch.voice import tell


def add(name: str) -> None:
    """Installs requirements/<name>.txt, every package checked against its hash. Raises FetchError."""
    if is_current(name):
        return
    tell(f"{name} 꾸러미를 더합니다… / adding the {name} packages…")
    log = log_dir() / "setup.log"
    with log.open("ab") as out:
        words = ["--require-hashes", "--only-binary", ":all:", "-r", str(_lock(name))]
        code = subprocess.run(
            [tool("uv"), "pip", "install", "--python", sys.executable, *words],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False,
        ).returncode  # fmt: skip
    if code != 0:
        raise FetchError(
            f"{name} 꾸러미를 내려받지 못했습니다. 아직 실행할 수 없습니다. "
            f"인터넷 연결(프록시는 HTTPS_PROXY)을 확인하고 다시 실행해 주세요. 기록: {log}"
        )
    _stamp(name).write_bytes(_lock(name).read_bytes())


def is_current(name: str) -> bool:
    """Whether the packages of this very lock file are in the environment."""
    return _stamp(name).is_file() and _stamp(name).read_bytes() == _lock(name).read_bytes()


def _lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def _stamp(name: str) -> Path:
    return Path(sys.prefix) / f"eok-{name}"
