"""Reads of uploads."""

from eok.core.keys import keyring
from eok.papers import vault
from eok.papers.models import Upload


def content(upload: Upload) -> bytes:
    """The bytes as they were given. Raises FileNotFoundError, KeyringError."""
    return vault.get(upload.pk, bytes(upload.wrapped_key))


def name(upload: Upload) -> str:
    """The cleaned name of the file."""
    context = f"upload:{upload.pk}:name"
    return keyring().decrypt(bytes(upload.wrapped_key), bytes(upload.name), context=context).decode()
