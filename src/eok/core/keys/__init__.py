"""The one port for cryptography: everything secret passes through a `Keyring`.

Envelope encryption: each case (person, upload) has a data key of its own, stored wrapped under the
district key; ending a retention period means destroying that wrapped key (개인정보 보호법 §21). Exact
look-up of an encrypted value goes by a keyed digest. A validated module or a KMS is another class
that fulfils the protocol.
"""

from functools import cache
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from eok.core.errors import EokError


class Keyring(Protocol):
    """Where keys are kept and used."""

    @property
    def is_demonstration(self) -> bool:
        """True while the keys were made by `./eok start` for trying out; papers then say 견본."""

    def new_data_key(self) -> bytes:
        """A fresh data key, wrapped under the district key: what is stored."""

    def encrypt(self, wrapped: bytes, plaintext: bytes, *, context: str) -> bytes:
        """AES-256-GCM; `context` (which row, which field) must be the same when read."""

    def decrypt(self, wrapped: bytes, ciphertext: bytes, *, context: str) -> bytes:
        """Raises KeyDestroyedError, KeyringError when the bytes were changed."""

    def digest(self, purpose: str, value: str) -> str:
        """Keyed digest, 64 hex digits, for exact look-up of a value nobody can read."""

    def private_key(self, purpose: str) -> EllipticCurvePrivateKey:
        """The P-256 signing key of a purpose: certificates, seal, trail.

        Raises KeyNotHereError when this process must not or can't have it.
        """

    def certificate_dir(self) -> Path:
        """Where the certificates that belong to the signing keys lie."""


class KeyringError(EokError):
    """A key is missing, was destroyed, or the ciphertext was changed."""

    status = 500


class KeyDestroyedError(KeyringError):
    """The retention period is over: what the key opened is gone for good (개인정보 보호법 §21)."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            "이 자료의 열쇠는 보존기간이 끝나 없앴습니다. 내용을 다시 읽을 수 없습니다. 궁금한 것은 담당 부서에 물어봐 주세요."
        )


class KeyNotHereError(KeyringError):
    """The key belongs to another process or another user of the machine."""


KEPT_FROM_THE_WEB = frozenset({"trail"})
"""Purposes whose key no process that answers visitors may use: who breaks in there can't seal a forged record."""

_refused: set[str] = set()


def serve_the_web() -> None:
    """From here on this process answers visitors (`wsgi.py` says so before anything else)."""
    _refused.update(KEPT_FROM_THE_WEB)


def require_here(purpose: str) -> None:
    """Every keyring asks this before it hands out a signing key. Raises KeyNotHereError."""
    if purpose in _refused:
        raise KeyNotHereError(
            f"열쇠 {purpose}은(는) 웹 프로세스에서 쓸 수 없습니다. 일꾼(./eok worker)이 하는 일입니다. docs/keys.md를 봐 주세요."
        )


@cache
def keyring() -> Keyring:
    """The configured keyring (file-based)."""
    from django.conf import settings

    from eok.core.keys.file import FileKeyring

    return FileKeyring(settings.EOK_STATE_DIR / "keys", may_create=not settings.EOK_PRODUCTION)


def existing() -> Keyring | None:
    """The configured keyring, unless its keys would have to be made first."""
    from django.conf import settings

    from eok.core.keys.file import FileKeyring

    ring = FileKeyring(settings.EOK_STATE_DIR / "keys", may_create=False)
    try:
        fingerprint(ring)  # keys are read when first used: one that is not there tells itself now
        return ring
    except KeyringError:
        return None


def fingerprint(ring: Keyring) -> str:
    """Names the district key and tells nothing of it: 16 hex digits."""
    return ring.digest("fingerprint", "district")[:16]
