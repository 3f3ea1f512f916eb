"""A disk of its own for a test, a few hundred kilobytes of memory; needs an administrator."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mounted at the place, gone at the end; skips the test where nothing can be mounted."""
    place.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"no file system of our own can be mounted here: {mounted.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def grow(place: Path, kilobytes: int) -> None:
    """More room on it, at once."""
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(place)], check=True)
