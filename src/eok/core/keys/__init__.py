"""The one port for cryptography: everything secret passes through a `Keyring`.

Envelope encryption: each case (person, upload) has a data key of its own, stored wrapped under the
district key; ending a retention period means destroying that wrapped key (개인정보 보호법 §21). Exact
look-up of an encrypted value goes by a keyed digest, under a key of its own that stays when the district's
changes. Files (`file.py`) and tokens (`pkcs11.py`) fulfil the protocol; a KMS or a validated module is
another class, named by `EOK_KEYS` (docs/keys.md).
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Protocol, Self

from cryptography.hazmat.primitives.asymmetric import ec

from eok.core.errors import EokError

SIGNING = ("certificates", "seal", "trail")
"""The purposes that have a signing key."""


LOOKED_UP = frozenset({"name", "phone", "business-no", "licence-holder", "licence-name", "licence-kind"})
"""Purposes whose values can be guessed: their digests are made anew when the look-up key is changed."""


class SigningKey(Protocol):
    """Signs, wherever the key lies. A key of the cryptography package is one; so is one that never leaves a token."""

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """P-256."""

    def sign(self, data: bytes, signature_algorithm: ec.EllipticCurveSignatureAlgorithm) -> bytes:
        """ECDSA with SHA-256, DER."""


class Keyring(Protocol):
    """Where keys are kept and used."""

    @classmethod
    def from_settings(cls, *, may_create: bool) -> Self:
        """may_create: whether keys for trying out may be made where there are none."""

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

    def digests(self, purpose: str, value: str) -> tuple[str, ...]:
        """Under every key that is still looked up by, today's first: what a search asks for."""

    def lookups(self) -> tuple[str, ...]:
        """Name the keys of `LOOKED_UP` and tell nothing of them, today's first."""

    def begin_new_lookup_key(self, now: datetime) -> None:
        """From here on what can be guessed is digested under another key; searches know both."""

    def private_key(self, purpose: str) -> SigningKey:
        """The P-256 signing key of a purpose (`SIGNING`).

        Raises KeyNotHereError when this process must not or can't have it.
        """

    def certificate_dir(self) -> Path:
        """Where the certificates that belong to the signing keys lie."""

    def fingerprints(self) -> tuple[str, ...]:
        """Name the district keys and tell nothing of them: 16 hex digits each, today's first."""

    def make(self) -> list[str]:
        """Make the keys of a real house that are missing; their names. Raises KeyringError after a demonstration."""

    def renew(self, purpose: str) -> None:
        """From here on another key signs. What the one before signed is checked by the published keys."""

    def begin_new_district_key(self, now: datetime) -> None:
        """From here on everything new is wrapped under another key; what the older ones wrap stays readable."""

    def rewrap(self, wrapped: bytes) -> bytes | None:
        """The same data key under today's district key; None when it is so already, or destroyed."""

    def forget_older(self, now: datetime) -> int:
        """Remove the older district keys, and those of look-up; how many. Raises KeyringError while one may still be in use."""

    def escrowed(self) -> Mapping[str, bytes]:
        """What a sealed copy must hold to read everything again, by name. Raises KeyringError when keys can't leave."""


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
    """The keyring that `EOK_KEYS` names."""
    from django.conf import settings

    return _named(may_create=not settings.EOK_PRODUCTION)


def existing() -> Keyring | None:
    """The configured keyring, unless its keys would have to be made first."""
    ring = _named(may_create=False)
    try:
        ring.fingerprints()
    except KeyNotHereError:
        return None
    return ring


def _named(*, may_create: bool) -> Keyring:
    from django.conf import settings
    from django.utils.module_loading import import_string

    try:
        chosen: type[Keyring] = import_string(settings.EOK_KEYS)
    except ImportError as error:
        raise KeyringError(
            f"EOK_KEYS가 가리키는 {settings.EOK_KEYS}이(가) 없어 열쇠를 쓸 수 없습니다. docs/settings.md를 보고 고쳐 주세요."
        ) from error
    return chosen.from_settings(may_create=may_create)


def fingerprint(ring: Keyring) -> str:
    """Names today's district key and tells nothing of it."""
    return ring.fingerprints()[0]
