"""Merkle tree over a list of byte strings (RFC 9162 §2.1): one hash stands for all of them.

A leaf is hashed behind 0x00, a node behind 0x01, so that no leaf can be taken for a node. Pure.
"""

import hashlib
from collections.abc import Sequence

EMPTY = hashlib.sha256().digest()
"""The root of no leaves."""


def root(leaves: Sequence[bytes]) -> bytes:
    """The Merkle tree hash, 32 bytes (RFC 9162 §2.1.1)."""
    if not leaves:
        return EMPTY
    return _root([leaf_hash(leaf) for leaf in leaves])


def proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from one leaf to the root, lowest first (RFC 9162 §2.1.3.1).

    index: from 0. Raises IndexError when there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    return _proof([leaf_hash(leaf) for leaf in leaves], index)


def holds(leaf: bytes, index: int, size: int, path: Sequence[bytes], expected: bytes) -> bool:
    """Whether the leaf stands at this index under a root over `size` leaves (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf_hash(leaf)
    for hash_ in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = _node(hash_, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = _node(found, hash_)
        place, last = place >> 1, last >> 1
    return last == 0 and found == expected


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + leaf).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _root(hashes: Sequence[bytes]) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    cut = _cut(len(hashes))
    return _node(_root(hashes[:cut]), _root(hashes[cut:]))


def _proof(hashes: Sequence[bytes], index: int) -> list[bytes]:
    if len(hashes) == 1:
        return []
    cut = _cut(len(hashes))
    if index < cut:
        return [*_proof(hashes[:cut], index), _root(hashes[cut:])]
    return [*_proof(hashes[cut:], index - cut), _root(hashes[:cut])]


def _cut(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1
