"""Reads of uploads."""

from collections.abc import Iterator

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


def files(alias: str) -> Iterator[str]:
    """Of every upload a database knows: where its bytes lie, below the state folder."""
    for upload_id in Upload.objects.using(alias).values_list("pk", flat=True).iterator():
        yield vault.name_of(upload_id)
