"""Where the bytes lie: encrypted, under random names, whole or not at all, synced before the row."""

import errno
import os
import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings

from eok.core.keys import keyring
from eok.papers.errors import StorageFullError

FOLDER = "uploads"
FOLDERS = 2
"""Between the state folder and a file."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def name_of(upload_id: UUID) -> str:
    """Where it lies, below the state folder."""
    name = str(upload_id)
    return f"{FOLDER}/{name[:2]}/{name}"


def path_of(upload_id: UUID) -> Path:
    state_dir: Path = settings.EOK_STATE_DIR
    return state_dir / name_of(upload_id)


def put(upload_id: UUID, wrapped_key: bytes, content: bytes) -> None:
    """Durable when it returns. Raises StorageFullError."""
    sealed = keyring().encrypt(wrapped_key, content, context=f"upload:{upload_id}")
    path = path_of(upload_id)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_synced(draft, sealed)
        draft.rename(path)
        for folder in path.parents[
            : FOLDERS + 1
        ]:  # a new folder is lost with all in it until the one above is synced
            _sync_folder(folder)
    except OSError as error:
        draft.unlink(missing_ok=True)
        if error.errno in FULL:
            raise StorageFullError from error
        raise


def get(upload_id: UUID, wrapped_key: bytes) -> bytes:
    """Raises FileNotFoundError, KeyringError."""
    return keyring().decrypt(wrapped_key, path_of(upload_id).read_bytes(), context=f"upload:{upload_id}")


def drop(upload_id: UUID) -> None:
    path_of(upload_id).unlink(missing_ok=True)


def _write_synced(path: Path, content: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
