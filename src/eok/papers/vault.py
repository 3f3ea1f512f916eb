"""Where the bytes lie: encrypted, under random names, whole or not at all, synced before the row."""

import errno
from pathlib import Path
from uuid import UUID

from django.conf import settings

from eok.core import durable
from eok.core.keys import keyring
from eok.papers.errors import StorageFullError

FOLDER = "uploads"
FOLDERS = 3
"""Between a file and the disk: its own, that of all uploads, the state folder."""
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
    try:
        durable.write(path_of(upload_id), sealed, folders=FOLDERS)
    except OSError as error:
        if error.errno in FULL:
            raise StorageFullError from error
        raise


def get(upload_id: UUID, wrapped_key: bytes) -> bytes:
    """Raises FileNotFoundError, KeyringError."""
    return keyring().decrypt(wrapped_key, path_of(upload_id).read_bytes(), context=f"upload:{upload_id}")


def drop(upload_id: UUID) -> None:
    path_of(upload_id).unlink(missing_ok=True)
