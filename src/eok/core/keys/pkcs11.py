"""Keys in a PKCS#11 token (an HSM, in tests SoftHSM): `EOK_KEYS=eok.core.keys.pkcs11.TokenKeyring`.

The district's key never leaves the token, which wraps and unwraps each data key; what a data key encrypts is
encrypted here. Certificates and the keys before the token was bought stay files under `EOK_STATE_DIR/keys`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Self

from pkcs11 import ObjectClass

from eok.core import clock
from eok.core.keys import SIGNING, KeyNotHereError, KeyringError, SigningKey, aead, require_here, token_keys
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

    def forget_older(self, now: datetime) -> int:
        """A key was replaced when the next was made; files, when they were put aside."""
        today, *older = self._all(DISTRICT, ObjectClass.SECRET_KEY)
        require_retired([*([today.made_at] if older else []), *self._files.replaced_at()], now)
        for key in older:
            token_keys.remove(self._token, key)
        self._looked_at = None
        return len(older) + self._files.forget_older()

    def escrowed(self) -> Mapping[str, bytes]:
        raise KeyringError(
            "장치 안의 열쇠는 꺼낼 수 없어 봉인한 사본을 만들지 않았습니다. 장치를 만든 곳이 준 복제나 백업 기능으로 "
            "두 번째 장치에 옮겨 두세요(docs/keys.md)."
        )

    def _districts(self) -> tuple[DistrictKey, ...]:
        now = clock.now()
        if self._looked_at is None or not timedelta() <= now - self._looked_at < LOOK_AGAIN:
            self._known, self._looked_at = self._read_districts(), now
        return self._known

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

    def _made_in_the_token(self, purpose: str) -> bytes:
        key = self._newest(LOOKUP, ObjectClass.SECRET_KEY)
        return token_keys.hmac(self._token, key, aead.expansion(f"digest:{purpose}"))

    def _digest_key(self, purpose: str) -> bytes:
        """One question a purpose: a look-up must not wait for the token each time."""
        return self._made(purpose)

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
