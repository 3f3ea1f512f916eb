"""Adds packages beyond runtime.txt to the environment: those of the tests, or Node where there is none.

The stamp is written last; an interrupted step is simply done again.
"""

import sys
from pathlib import Path

from eok.core.launch.fetching import failure, runs_well
from eok.core.launch.places import ROOT, tool
from eok.core.launch.voice import tell


def add(name: str) -> None:
    """Installs requirements/<name>.txt, every package checked against its hash. Raises FetchError."""
    if is_current(name):
        return
    tell(f"{name} 꾸러미를 더합니다… / adding the {name} packages…")
    words = ["--require-hashes", "--only-binary", ":all:", "-r", str(_lock(name))]
    if not runs_well([tool("uv"), "pip", "install", "--python", sys.executable, *words]):
        raise failure(f"{name} 꾸러미(Python packages)")
    _stamp(name).write_bytes(_lock(name).read_bytes())


def is_current(name: str) -> bool:
    """Whether the packages of this very lock file are in the environment."""
    return _stamp(name).is_file() and _stamp(name).read_bytes() == _lock(name).read_bytes()


def _lock(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def _stamp(name: str) -> Path:
    return Path(sys.prefix) / f"eok-{name}"
