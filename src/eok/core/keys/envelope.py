"""Envelopes: each data key is wrapped under the district's key of today; the older ones still open.

What every keyring has in common, wherever its keys lie. A data key that was unwrapped is remembered in
memory, so that a page or a filing asks the keyring's place once.
"""

import hashlib
import hmac
import secrets
from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from eok.core.keys import KeyDestroyedError, KeyringError, aead
from eok.core.keys.remembered import Remembered

DATA_KEY = b"data-key"
"""Context of a wrapped data key."""
RETIRED_FOR = timedelta(days=1)
"""How long an older key is kept at least: a process may have wrapped under it what it is still writing."""


class DistrictKey(Protocol):
    """One key of the district, today's or an older one."""

    @property
    def fingerprint(self) -> str:
        """Names it and tells nothing of it: 16 hex digits."""

    def wrap(self, data_key: bytes) -> bytes:
        """What is stored."""

    def opens(self, wrapped: bytes) -> bytes | None:
        """The data key; None when another key wrapped it, or it was changed."""


class Envelope(ABC):
    """The part of `eok.core.keys.Keyring` that needs no place."""

    def __init__(self) -> None:
        self._remembered = Remembered()

    @abstractmethod
    def _districts(self) -> Sequence[DistrictKey]:
        """Today's key first, then the older ones, the newest of them first."""

    @abstractmethod
    def _digest_keys(self, purpose: str) -> Sequence[bytes]:
        """Today's first. They stay the same when the district's key changes."""

    def new_data_key(self) -> bytes:
        data_key = secrets.token_bytes(32)
        wrapped = self._districts()[0].wrap(data_key)
        self._remembered.put(wrapped, data_key)
        return wrapped

    def encrypt(self, wrapped: bytes, plaintext: bytes, *, context: str) -> bytes:
        return aead.seal(self._data_key(bytes(wrapped)), plaintext, context.encode())

    def decrypt(self, wrapped: bytes, ciphertext: bytes, *, context: str) -> bytes:
        plaintext = aead.opened(self._data_key(bytes(wrapped)), bytes(ciphertext), context.encode())
        if plaintext is None:
            raise unreadable()
        return plaintext

    def digest(self, purpose: str, value: str) -> str:
        return _digest(self._digest_keys(purpose)[0], value)

    def digests(self, purpose: str, value: str) -> tuple[str, ...]:
        return tuple(_digest(key, value) for key in self._digest_keys(purpose))

    def fingerprints(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key.fingerprint for key in self._districts()))

    def rewrap(self, wrapped: bytes) -> bytes | None:
        today = self._districts()[0]
        if not wrapped or today.opens(wrapped) is not None:
            return None
        return today.wrap(self._unwrapped(wrapped))

    def _data_key(self, wrapped: bytes) -> bytes:
        return self._remembered.get(wrapped) or self._remembered.put(wrapped, self._unwrapped(wrapped))

    def _unwrapped(self, wrapped: bytes) -> bytes:
        if not wrapped:
            raise KeyDestroyedError
        for key in self._districts():
            data_key = key.opens(wrapped)
            if data_key is not None:
                return data_key
        raise unreadable()


def _digest(key: bytes, value: str) -> str:
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def unreadable() -> KeyringError:
    return KeyringError(
        "자료를 읽지 못했습니다. 암호문이 바뀌었거나 다른 열쇠의 것입니다. 기록 담당자에게 알려 주세요."
    )


def require_retired(since: Sequence[datetime], now: datetime) -> None:
    """since: when each older key was replaced. Raises KeyringError while one of them may still be in use."""
    if any(now - moment < RETIRED_FOR for moment in since):
        raise KeyringError(
            "열쇠를 바꾼 지 하루가 지나지 않았습니다. 아직 옛 열쇠로 쓰는 중인 프로그램이 있을 수 있어 지우지 "
            "않았습니다. 내일 다시 해 주세요."
        )
