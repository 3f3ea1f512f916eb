"""A disk of its own for a test, some memory that is mounted; needs an administrator."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

TRIES = 20
"""The house may write between our look and the new size."""


@contextmanager
def small(place: Path, kilobytes: int) -> Iterator[Path]:
    """Mounted at the place, gone at the end; skips the test where nothing can be mounted."""
    needed()
    with _mounted(place, kilobytes):
        yield place


@contextmanager
def own(place: Path, kilobytes: int) -> Iterator[Path]:
    """As `small`; where nothing can be mounted, the place stays on the disk it is on."""
    place.mkdir(parents=True, exist_ok=True)
    if not may_mount():
        yield place
        return
    with _mounted(place, kilobytes):
        yield place


@contextmanager
def full(place: Path, kilobytes: int) -> Iterator[None]:
    """Not a byte is left on the disk mounted there; afterwards it has the given size again."""
    needed()
    for _ in range(TRIES):
        room = os.statvfs(place)
        used = (room.f_blocks - room.f_bfree) * room.f_frsize // 1024
        if _resized(place, used):
            break
    else:
        raise OSError(f"{place} does not stand still")
    try:
        yield
    finally:
        grow(place, kilobytes)


def grow(place: Path, kilobytes: int) -> None:
    """More room on it, at once."""
    assert _resized(place, kilobytes)


def needed() -> None:
    """Skips the test where nothing can be mounted."""
    if not may_mount():
        pytest.skip("no file system of our own can be mounted here")


@cache
def may_mount() -> bool:
    with TemporaryDirectory() as folder:
        if not _done("mount", "-t", "tmpfs", "tmpfs", folder):
            return False
        return _done("umount", folder)


@contextmanager
def _mounted(place: Path, kilobytes: int) -> Iterator[None]:
    place.mkdir(parents=True, exist_ok=True)
    assert _done("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    try:
        yield
    finally:
        assert _done("umount", "--lazy", str(place))


def _resized(place: Path, kilobytes: int) -> bool:
    return _done("mount", "-o", f"remount,size={kilobytes}k", str(place))


def _done(*words: str) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode == 0
