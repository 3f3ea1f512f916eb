"""Keys in files under `EOK_STATE_DIR/keys`, mode 0600: the keyring of a laptop and of small districts."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from eok.core.keys import LOOKED_UP, SIGNING, KeyNotHereError, KeyringError, aead, require_here, written
from eok.core.keys.district_files import DISTRICT, OLDER, DistrictFiles, FileDistrictKey
from eok.core.keys.envelope import Envelope, require_retired
from eok.core.keys.lookup_files import LookupFiles, fingerprint

LOOKUP = "lookup.key"
DEMONSTRATION_MARK = "demonstration"
CERTIFICATES = "certificates"
PUBLISHED = (".json", ".pem")
"""Certificates and public keys, without which older papers and seals can't be checked."""


class FileKeyring(Envelope):
    """See `eok.core.keys.Keyring`."""

    def __init__(self, folder: Path, *, may_create: bool) -> None:
        super().__init__()
        self._folder = folder
        self._may_create = may_create
        self._files = DistrictFiles(folder)
        self._lookup_files = LookupFiles(folder, lambda: self._lookup)

    @classmethod
    def from_settings(cls, *, may_create: bool) -> Self:
        from django.conf import settings

        return cls(settings.EOK_STATE_DIR / "keys", may_create=may_create)

    @property
    def is_demonstration(self) -> bool:
        return bool(self._districts()) and (self._folder / DEMONSTRATION_MARK).exists()

    def private_key(self, purpose: str) -> ec.EllipticCurvePrivateKey:
        require_here(purpose)
        path = self._signing_file(purpose)
        if not path.exists():
            self._require_creation(path)
            self._mark()
            written.write_once(path, _new_pem())
        key = serialization.load_pem_private_key(written.read(path), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
            raise KeyringError(
                f"열쇠 {path.name}을 쓸 수 없습니다. P-256 열쇠가 아닙니다. docs/keys.md를 봐 주세요."
            )
        return key

    def certificate_dir(self) -> Path:
        folder = self._folder / CERTIFICATES
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    def make(self) -> list[str]:
        if (self._folder / DEMONSTRATION_MARK).exists():
            raise KeyringError(
                "시험용으로 쓴 적이 있는 열쇠 폴더라 운영 열쇠를 만들지 않았습니다. 있던 열쇠는 그대로입니다. "
                "비어 있는 상태 폴더(EOK_STATE_DIR)를 정하고 다시 해 주세요."
            )
        wanted = {
            LOOKUP: self._lookup_to_be,
            DISTRICT: lambda: secrets.token_bytes(32),
            **{f"{purpose}.pem": _new_pem for purpose in SIGNING},
        }
        missing = {name: made for name, made in wanted.items() if not (self._folder / name).exists()}
        for name, made in missing.items():
            written.write_once(self._folder / name, made())
        return list(missing)

    def renew(self, purpose: str) -> None:
        require_here(purpose)
        written.replace(self._signing_file(purpose), _new_pem())

    def begin_new_district_key(self, now: datetime) -> None:
        self._lookup  # noqa: B018  # written before the key that an old house's look-up comes from goes
        self._files.begin_new(secrets.token_bytes(32), now)

    def lookups(self) -> tuple[str, ...]:
        return tuple(fingerprint(secret) for secret in self._lookup_files.all())

    def begin_new_lookup_key(self, now: datetime) -> None:
        self._lookup  # noqa: B018  # the first is there before the second
        self._lookup_files.begin_new(secrets.token_bytes(32), now)

    def forget_older(self, now: datetime) -> int:
        require_retired([*self._files.replaced_at(), *self._lookup_files.replaced_at()], now)
        return self._files.forget_older() + self._lookup_files.forget_older()

    def escrowed(self) -> Mapping[str, bytes]:
        self._lookup  # noqa: B018  # an old house has none until it was asked for
        published = sorted(p for p in self.certificate_dir().rglob("*") if p.suffix in PUBLISHED)
        return self._contents(
            [
                self._folder / DISTRICT,
                self._folder / LOOKUP,
                *self._files.older(),
                *self._lookup_files.kept(),
                *published,
            ]
        )

    def _contents(self, paths: Iterable[Path]) -> dict[str, bytes]:
        return {str(path.relative_to(self._folder)): written.read(path) for path in paths}

    def _districts(self) -> tuple[FileDistrictKey, ...]:
        """Read when first needed: who only seals the record works without it."""
        found = self._files.all()
        if not found:
            self._make_for_demonstration()
        return found or self._files.all()

    def _digest_keys(self, purpose: str) -> tuple[bytes, ...]:
        wanted = aead.expansion(f"digest:{purpose}")
        keys = self._lookup_files.all() if purpose in LOOKED_UP else (self._lookup,)
        return tuple(hmac.new(key, wanted, hashlib.sha256).digest() for key in keys)

    @cached_property
    def _lookup(self) -> bytes:
        path = self._folder / LOOKUP
        if not path.exists():
            self._districts()
            written.write_once(path, self._lookup_to_be())
        return written.read(path)

    def _lookup_to_be(self) -> bytes:
        """A house from before this key looks up by its district's key: what comes of that stays the same."""
        if (self._folder / OLDER).exists():
            raise KeyNotHereError(
                f"찾기 열쇠 {LOOKUP}이 없습니다. 이것 없이는 이름과 번호로 찾지 못합니다. 새로 만들지 않았습니다. "
                "보관한 것에서 되살려 주세요(docs/keys.md)."
            )
        district = self._folder / DISTRICT
        return aead.extracted(written.read(district)) if district.exists() else secrets.token_bytes(32)

    def _make_for_demonstration(self) -> None:
        self._require_creation(self._folder / DISTRICT)
        self._mark()
        written.write_once(self._folder / LOOKUP, self._lookup_to_be())
        written.write_once(self._folder / DISTRICT, secrets.token_bytes(32))

    def _mark(self) -> None:
        """Before the first key is there: no key of ours may ever look like one of production."""
        written.write_once(self._folder / DEMONSTRATION_MARK, b"made by eok for demonstration\n")

    def _signing_file(self, purpose: str) -> Path:
        return self._folder / f"{purpose}.pem"

    def _require_creation(self, path: Path) -> None:
        if not self._may_create:
            raise KeyNotHereError(
                f"열쇠 {path.name}이 없습니다. 운영에서는 열쇠를 스스로 만들지 않습니다. docs/keys.md를 봐 주세요."
            )


def _new_pem() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
