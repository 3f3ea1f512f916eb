"""Reads what strangers gave in a process of its own, which may use only so much time and memory.

A page of 5 KB can draw itself two to the thirtieth times, a picture of 77 KB unpack to 230 MB: who draws them in the
process that serves everybody lets one file stop it (OWASP ASVS 5 V5.2). The child imports one module, calls one function
with the bytes and writes bytes back; it knows no settings, no keys and no database.
"""

import importlib
import resource
import subprocess
import sys
from pathlib import Path

from eok.core.errors import UnavailableError

CPU_SECONDS = 10
"""A scanned page of A3 takes under one."""
WALL_SECONDS = 30
MEMORY_BYTES = 700 * 1024 * 1024
"""Of addresses, program and libraries included; 80 million dots need 250 MB."""
SOURCES = Path(__file__).resolve().parents[2]


class TooHeavyError(UnavailableError):
    """The file could not be read within the bounds, or can't be drawn at all; it is kept as it was given."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "이 파일은 화면에 그릴 수 없습니다. 너무 복잡하거나 깨졌습니다. 파일을 받아 열어 보거나 다시 저장한 파일로 바꾸어 주세요."
        )


def call(function: str, content: bytes, *arguments: str) -> bytes:
    """`module:name` called with the bytes and arguments. Raises TooHeavyError.

    What the function itself refuses (ValueError) and what breaks or is cut off read the same to the caller.
    """
    command = [sys.executable, "-m", "eok.papers.apart", function, *arguments]
    environment = {"PYTHONPATH": str(SOURCES), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ended = subprocess.run(
            command, input=content, capture_output=True, timeout=WALL_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TooHeavyError from error
    if ended.returncode != 0:
        raise TooHeavyError
    return ended.stdout


def main(function: str, *arguments: str) -> None:
    """The child: bounds first, then the one call."""
    module, name = function.split(":")
    called = getattr(importlib.import_module(module), name)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.stdout.buffer.write(called(sys.stdin.buffer.read(), *arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
