"""The chain of a stream of records: each link's hash covers the link before it.

It hashes ciphertext, so that it still verifies after the key was destroyed (retention ended).
SHA-256 over length-prefixed parts: no two different records give the same input.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

START = bytes(32)
"""What the first link follows."""


@dataclass(frozen=True)
class Link:
    sequence: int
    content: bytes
    """Canonical bytes of the record, personal values as ciphertext."""
    previous: bytes
    digest: bytes


def digest(stream: str, sequence: int, content: bytes, previous: bytes) -> bytes:
    """The hash of one link, 32 bytes."""
    hasher = hashlib.sha256()
    for part in (stream.encode(), str(sequence).encode(), content, previous):
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.digest()


def first_fault(stream: str, links: Iterable[Link]) -> int | None:
    """Sequence of the first link that does not fit, or None when the whole chain holds."""
    previous, expected = START, 1
    for link in links:
        whole = link.sequence == expected and link.previous == previous
        if not whole or digest(stream, link.sequence, link.content, previous) != link.digest:
            return expected
        previous, expected = link.digest, expected + 1
    return None
