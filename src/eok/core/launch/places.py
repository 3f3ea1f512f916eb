"""Where things lie: the checkout (read only) and the state folder (all that is written)."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
"""The checkout: beside src/ stand data/, districts/, requirements/ and simulators/."""


def state_dir() -> Path:
    """The folder of everything written, as `./eok` exports it."""
    return Path(os.environ.get("EOK_STATE_DIR", ROOT / "var")).absolute()


def log_dir() -> Path:
    """One file a process, named after it."""
    folder = state_dir() / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_dir(name: str) -> Path:
    """What may be thrown away at any time."""
    return state_dir() / "cache" / name


def tool(name: str) -> str:
    """A command that came with the environment's packages."""
    return str(Path(sys.prefix) / "bin" / name)
