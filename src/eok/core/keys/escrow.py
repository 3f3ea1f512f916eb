"""The copy of the keys for the day the machine is lost: sealed so that any two of its holders open it, and no one alone.

A fresh key encrypts the files. For each pair of holders it is cut in two: one gets random bytes, the other the key
XOR those, so a half tells nothing. Each half is encrypted to its holder's X25519 key (RFC 7748): a key agreed with a
fresh one, by HKDF-SHA256, then AES-256-GCM. What can be known without opening it stands beside, authenticated.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from eok.core.keys import KeyringError, aead

FORMAT = 1
HOLDERS = (2, 10)
"""Fewest and most."""


class EscrowError(KeyringError):
    """The copy can't be made or opened so."""

    status = 422


@dataclass(frozen=True)
class Escrow:
    """A sealed copy; all of this may be read by whoever holds the file."""

    made_at: str
    """ISO, UTC."""
    fingerprints: tuple[str, ...]
    """Of the district keys inside, today's first."""
    holders: tuple[str, ...]
    """Public keys, hex."""
    halves: Mapping[str, tuple[str, str]]
    """By the pair's numbers ("0-1"): the half of each, encrypted to them, base64."""
    sealed: str
    """The files, encrypted, base64."""

    def to_json(self) -> bytes:
        return json.dumps({"format": FORMAT, **vars(self)}, indent=1, sort_keys=True).encode()


def seal(
    files: Mapping[str, bytes],
    holders: Sequence[X25519PublicKey],
    *,
    made_at: str,
    fingerprints: Sequence[str],
) -> Escrow:
    """Raises EscrowError."""
    names = tuple(holder.public_bytes_raw().hex() for holder in holders)
    if not HOLDERS[0] <= len(set(names)) == len(names) <= HOLDERS[1]:
        raise EscrowError(
            f"서로 다른 사람 {HOLDERS[0]}명에서 {HOLDERS[1]}명까지의 공개 열쇠가 필요합니다. 사본을 만들지 않았습니다. "
            "사람마다 하나씩 주세요."
        )
    key = secrets.token_bytes(32)
    text = json.dumps({name: _text(content) for name, content in files.items()}).encode()
    bound = _bound(made_at, fingerprints, names)
    halves = {
        f"{a}-{b}": _halves(key, holders[a], holders[b]) for a, b in combinations(range(len(holders)), 2)
    }
    return Escrow(made_at, tuple(fingerprints), names, halves, _text(aead.seal(key, text, bound)))


def read(content: bytes) -> Escrow:
    """Raises EscrowError."""
    try:
        facts: dict[str, Any] = json.loads(content)
        if facts.pop("format") != FORMAT:
            raise ValueError("format")
        halves = {pair: (first, second) for pair, (first, second) in facts.pop("halves").items()}
        names = tuple(facts.pop("fingerprints")), tuple(facts.pop("holders"))
        return Escrow(fingerprints=names[0], holders=names[1], halves=halves, **facts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EscrowError(
            "봉인한 사본이 아니거나 손상되었습니다. 다른 금고의 것으로 다시 해 주세요."
        ) from error


def recover(escrow: Escrow, keys: Sequence[X25519PrivateKey]) -> dict[str, bytes]:
    """The files. Raises EscrowError."""
    by_name = {key.public_key().public_bytes_raw().hex(): key for key in keys}
    present = sorted(escrow.holders.index(name) for name in by_name if name in escrow.holders)
    if len(present) < HOLDERS[0]:
        raise EscrowError(
            f"이 사본은 맡은 사람 가운데 두 사람이 함께라야 열립니다. 지금 맞는 열쇠는 {len(present)}개입니다. "
            "두 사람의 열쇠를 모두 주세요."
        )
    pair = f"{present[0]}-{present[1]}"
    try:
        first, second = (
            _from_holder(by_name[escrow.holders[number]], half)
            for number, half in zip(present, escrow.halves[pair], strict=False)
        )
        bound = _bound(escrow.made_at, escrow.fingerprints, escrow.holders)
        text = _required(aead.opened(_xor(first, second), b64decode(escrow.sealed), bound))
        return {name: b64decode(content) for name, content in json.loads(text).items()}
    except (ValueError, KeyError, TypeError) as error:
        raise EscrowError(
            "봉인한 사본이 바뀌었거나 손상되어 열리지 않습니다. 다른 금고의 것으로 다시 해 주세요."
        ) from error


def _halves(key: bytes, first: X25519PublicKey, second: X25519PublicKey) -> tuple[str, str]:
    random = secrets.token_bytes(len(key))
    return _to_holder(first, random), _to_holder(second, _xor(key, random))


def _to_holder(holder: X25519PublicKey, half: bytes) -> str:
    fresh = X25519PrivateKey.generate()
    public = fresh.public_key().public_bytes_raw()
    return _text(public + aead.seal(_agreed(fresh.exchange(holder), public, holder), half, b"half"))


def _from_holder(key: X25519PrivateKey, half: str) -> bytes:
    content = b64decode(half)
    shared = key.exchange(X25519PublicKey.from_public_bytes(content[:32]))
    return _required(aead.opened(_agreed(shared, content[:32], key.public_key()), content[32:], b"half"))


def _agreed(shared: bytes, fresh: bytes, holder: X25519PublicKey) -> bytes:
    return aead.derived(shared, f"escrow:{fresh.hex()}:{holder.public_bytes_raw().hex()}")


def _bound(made_at: str, fingerprints: Sequence[str], holders: Sequence[str]) -> bytes:
    return json.dumps([FORMAT, made_at, list(fingerprints), list(holders)]).encode()


def _required(plaintext: bytes | None) -> bytes:
    if plaintext is None:
        raise ValueError("does not open")
    return plaintext


def _xor(first: bytes, second: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(first, second, strict=True))


def _text(content: bytes) -> str:
    return b64encode(content).decode()
