"""The published list of public keys: what anyone needs to check our documents without asking us.

JSON, format 1: `keys` (id, purpose, SubjectPublicKeyInfo, validity, revocation, whether demonstration), `roots` of the
signing certificates, `dictionaries` of the seals by number. Keys once published stay in it, also when revoked:
documents outlive keys.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates.seal import SealKeys
from eok.core.errors import EokError

FORMAT = 1


class KeyListError(EokError):
    """The file is no key list of ours."""

    def __init__(self) -> None:
        super().__init__(
            "공개 키 목록을 읽지 못했습니다. 이 목록으로는 문서를 확인할 수 없습니다. 발급 기관 누리집에서 새로 받아 주세요."
        )


@dataclass(frozen=True)
class PublishedKey:
    """One key that signs or signed our documents."""

    key_id: bytes
    purpose: str
    """`seal` (QR) or `certificates` (PDF)."""
    public: ec.EllipticCurvePublicKey
    not_before: datetime
    not_after: datetime
    revoked_at: datetime | None
    """From then on nothing this key signed is believed without asking the register."""
    demonstration: bool


@dataclass(frozen=True)
class KeyList:
    """All keys, the roots of the signing certificates, and the dictionaries of the seals."""

    keys: tuple[PublishedKey, ...]
    roots: tuple[x509.Certificate, ...]
    dictionaries: Mapping[int, bytes]

    def find(self, purpose: str, key_id: bytes) -> PublishedKey | None:
        return next((key for key in self.keys if (key.purpose, key.key_id) == (purpose, key_id)), None)

    def seal_keys(self) -> SealKeys:
        return SealKeys(
            {key.key_id: key.public for key in self.keys if key.purpose == "seal"}, self.dictionaries
        )


def dumps(keys: KeyList) -> bytes:
    """The list as published."""
    document = {
        "format": FORMAT,
        "keys": [_key_out(key) for key in keys.keys],
        "roots": [root.public_bytes(serialization.Encoding.PEM).decode() for root in keys.roots],
        "dictionaries": {str(number): text.decode() for number, text in sorted(keys.dictionaries.items())},
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def loads(data: bytes) -> KeyList:
    """Read a published list. Raises KeyListError."""
    try:
        document = json.loads(data)
        if document["format"] != FORMAT:
            raise KeyListError
        return KeyList(
            tuple(_key_in(key) for key in document["keys"]),
            tuple(x509.load_pem_x509_certificate(root.encode()) for root in document["roots"]),
            {int(number): text.encode() for number, text in document["dictionaries"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeyListError from error


def _key_out(key: PublishedKey) -> dict[str, object]:
    spki = key.public.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return {
        "id": key.key_id.hex(),
        "purpose": key.purpose,
        "algorithm": "ES256",
        "public": base64.b64encode(spki).decode(),
        "not_before": key.not_before.isoformat(),
        "not_after": key.not_after.isoformat(),
        "revoked_at": key.revoked_at.isoformat() if key.revoked_at else None,
        "demonstration": key.demonstration,
    }


def _key_in(entry: Mapping[str, str | None]) -> PublishedKey:
    def moment(name: str) -> datetime:
        return datetime.fromisoformat(str(entry[name]))

    public = serialization.load_der_public_key(base64.b64decode(str(entry["public"])))
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise KeyListError
    return PublishedKey(
        key_id=bytes.fromhex(str(entry["id"])),
        purpose=str(entry["purpose"]),
        public=public,
        not_before=moment("not_before"),
        not_after=moment("not_after"),
        revoked_at=moment("revoked_at") if entry["revoked_at"] else None,
        demonstration=bool(entry["demonstration"]),
    )
