"""Keys in a PKCS#11 token (an HSM, in tests SoftHSM): `EOK_KEYS=eok.core.keys.pkcs11.TokenKeyring`.

The district's key never leaves the token, which wraps and unwraps each data key; what a data key encrypts is
encrypted here. Certificates and the keys before the token was bought stay files under `EOK_STATE_DIR/keys`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from pkcs11 import ObjectClass

from eok.core import clock
from eok.core.keys import (
    LOOKED_UP,
    SIGNING,
    KeyNotHereError,
    KeyringError,
    SigningKey,
    aead,
    lookup_files,
    require_here,
    token_keys,
)
from eok.core.keys.district_files import DistrictFiles
from eok.core.keys.envelope import DistrictKey, Envelope, require_retired
from eok.core.keys.token import Token
from eok.core.keys.token_keys import Named, TokenDistrictKey, TokenSigningKey

LOOK_AGAIN = timedelta(seconds=30)
"""How long a process may go on wrapping under a key that another process replaced."""
DISTRICT, LOOKUP = "district", "lookup"


class TokenKeyring(Envelope):
    """See `eok.core.keys.Keyring`."""

    is_demonstration = False
    """A token's keys are made by `./eok keys make` alone."""

    def __init__(self, token: Token, folder: Path) -> None:
        super().__init__()
        self._token, self._folder = token, folder
        self._files = DistrictFiles(folder)
        self._known: tuple[DistrictKey, ...] = ()
        self._known_lookups: tuple[Named, ...] = ()
        self._looked_at: datetime | None = None
        self._made = cache(self._made_in_the_token)

    @classmethod
    def from_settings(cls, *, may_create: bool) -> Self:
        """may_create changes nothing: nobody makes keys in a token by starting."""
        from django.conf import settings

        named = settings.EOK_PKCS11_MODULE, settings.EOK_PKCS11_TOKEN, settings.EOK_PKCS11_PIN_FILE
        if not all(named):
            raise KeyringError(
                "열쇠 장치를 쓰려면 EOK_PKCS11_MODULE, EOK_PKCS11_TOKEN, EOK_PKCS11_PIN_FILE이 모두 필요합니다. "
                "docs/keys.md를 보고 정해 주세요."
            )
        module, label, pin_file = named
        return cls(Token(Path(module), label, Path(pin_file)), settings.EOK_STATE_DIR / "keys")

    def private_key(self, purpose: str) -> SigningKey:
        require_here(purpose)
        return TokenSigningKey(self._token, self._newest(purpose, ObjectClass.PRIVATE_KEY))

    def certificate_dir(self) -> Path:
        folder = self._folder / "certificates"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    def make(self) -> list[str]:
        missing = [what for what in (DISTRICT, LOOKUP) if not self._all(what, ObjectClass.SECRET_KEY)]
        pairs = [what for what in SIGNING if not self._all(what, ObjectClass.PRIVATE_KEY)]
        for what in missing:
            token_keys.make_secret(self._token, what, clock.now())
        for purpose in pairs:
            token_keys.make_pair(self._token, purpose, clock.now())
        self._looked_at = None
        return [*missing, *pairs]

    def renew(self, purpose: str) -> None:
        require_here(purpose)
        token_keys.make_pair(self._token, purpose, clock.now())

    def begin_new_district_key(self, now: datetime) -> None:
        token_keys.make_secret(self._token, DISTRICT, now)
        self._looked_at = None

    def lookups(self) -> tuple[str, ...]:
        return tuple(key.id.hex() for key in self._lookup_keys())

    def begin_new_lookup_key(self, now: datetime) -> None:
        token_keys.make_secret(self._token, LOOKUP, now)
        self._looked_at = None

    def forget_older(self, now: datetime) -> int:
        """A key was replaced when the next was made; files, when they were put aside."""
        self._looked_at = None
        today, *older = self._all(DISTRICT, ObjectClass.SECRET_KEY)
        newest, *older_lookups = self._lookup_keys()
        since = [key.made_at for key, before in ((today, older), (newest, older_lookups)) if before]
        require_retired([*since, *self._files.replaced_at()], now)
        for key in older:
            token_keys.remove(self._token, key)
        self._forget_lookups(older_lookups)
        self._looked_at = None
        return len(older) + len(older_lookups) + self._files.forget_older()

    def _forget_lookups(self, older: Sequence[Named]) -> None:
        """The first stays: what nobody can guess is looked up by it."""
        if older:
            lookup_files.mark_done(self._folder / lookup_files.FOLDER)
        first = self._all(LOOKUP, ObjectClass.SECRET_KEY)[-1]
        for key in older:
            if key != first:
                token_keys.remove(self._token, key)

    def escrowed(self) -> Mapping[str, bytes]:
        raise KeyringError(
            "장치 안의 열쇠는 꺼낼 수 없어 봉인한 사본을 만들지 않았습니다. 장치를 만든 곳이 준 복제나 백업 기능으로 "
            "두 번째 장치에 옮겨 두세요(docs/keys.md)."
        )

    def _districts(self) -> tuple[DistrictKey, ...]:
        self._look()
        return self._known

    def _lookup_keys(self) -> tuple[Named, ...]:
        self._look()
        return self._known_lookups

    def _look(self) -> None:
        now = clock.now()
        if self._looked_at is None or not timedelta() <= now - self._looked_at < LOOK_AGAIN:
            self._known, self._known_lookups = self._read_districts(), self._read_lookups()
            self._looked_at = now

    def _read_lookups(self) -> tuple[Named, ...]:
        inside = self._all(LOOKUP, ObjectClass.SECRET_KEY)
        if not inside:
            raise _not_made(LOOKUP)
        done = lookup_files.is_done(self._folder / lookup_files.FOLDER)
        return tuple(inside[:-1] if done else inside)

    def _read_districts(self) -> tuple[DistrictKey, ...]:
        inside = self._all(DISTRICT, ObjectClass.SECRET_KEY)
        if not inside:
            raise _not_made(DISTRICT)
        return (*(TokenDistrictKey(self._token, key) for key in inside), *self._files.older_keys())

    def _unwrapped(self, wrapped: bytes) -> bytes:
        """A key that was made since we looked is looked for before anything is called unreadable."""
        if wrapped and not any(wrapped.startswith(bytes.fromhex(name)) for name in self.fingerprints()):
            self._looked_at = None
        return super()._unwrapped(wrapped)

    def _made_in_the_token(self, key: Named, purpose: str) -> bytes:
        return token_keys.hmac(self._token, key, aead.expansion(f"digest:{purpose}"))

    def _digest_keys(self, purpose: str) -> tuple[bytes, ...]:
        """One question a key and purpose: a look-up must not wait for the token each time."""
        keys = self._lookup_keys() if purpose in LOOKED_UP else (self._first_lookup,)
        return tuple(self._made(key, purpose) for key in keys)

    @cached_property
    def _first_lookup(self) -> Named:
        """Never replaced."""
        inside = self._all(LOOKUP, ObjectClass.SECRET_KEY)
        if not inside:
            raise _not_made(LOOKUP)
        return inside[-1]

    def _newest(self, what: str, kind: ObjectClass) -> Named:
        found = self._all(what, kind)
        if not found:
            raise _not_made(what)
        return found[0]

    def _all(self, what: str, kind: ObjectClass) -> list[Named]:
        return token_keys.named(self._token, what, kind)


def _not_made(what: str) -> KeyNotHereError:
    return KeyNotHereError(
        f"열쇠 장치에 열쇠 {what}이(가) 없습니다. 스스로 만들지 않습니다. ./eok keys make를 하거나, 장치가 맞는지 확인해 주세요."
    )
