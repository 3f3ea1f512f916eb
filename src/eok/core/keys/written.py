"""Key files: whole or not at all, the owner's alone (0600), on the disk before anything depends on them."""

import os
import secrets
from pathlib import Path

from eok.core.durable import sync_folder
from eok.core.keys import KeyNotHereError


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise KeyNotHereError(
            f"열쇠 {path.name}을 읽을 권한이 없습니다. 다른 사용자의 열쇠입니다. docs/keys.md를 봐 주세요."
        ) from error


def write_once(path: Path, content: bytes) -> None:
    """Never over another process's file: the first one stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = _draft(path, content)
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
        _sync_names(path)


def replace(path: Path, content: bytes) -> None:
    """The old content or the new one, at every instant."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _draft(path, content).replace(path)
    _sync_names(path)


def _sync_names(path: Path) -> None:
    """A key whose name is lost at a power cut takes all it opens with it; its folder may be new too."""
    for folder in path.parents[:2]:
        sync_folder(folder)


def _draft(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft
