"""Key files: whole or not at all, the owner's alone (0600), on the disk before anything depends on them."""

from pathlib import Path

from eok.core import durable
from eok.core.keys import KeyNotHereError

FOLDERS = 2
"""A key whose name is lost at a power cut takes all it opens with it; its folder may be new too."""


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise KeyNotHereError(
            f"열쇠 {path.name}을 읽을 권한이 없습니다. 다른 사용자의 열쇠입니다. docs/keys.md를 봐 주세요."
        ) from error


def write_once(path: Path, content: bytes) -> None:
    """Never over another process's file: the first one stays."""
    durable.write_once(path, content, folders=FOLDERS)


def replace(path: Path, content: bytes) -> None:
    """The old content or the new one, at every instant."""
    durable.write(path, content, folders=FOLDERS)
