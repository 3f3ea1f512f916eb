"""The keys inside a token: none of them can be read out, each is used where it lies.

A key's label is `eok-<what>-<when it was made>`, its id eight random bytes; the newest of a label is today's. AES-GCM
wraps data keys (its nonce is ours, random, NIST SP 800-38D §8.2.2), HMAC-SHA256 makes the keys of look-up,
ECDSA on P-256 signs.
"""

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pkcs11
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key
from pkcs11 import Attribute, GCMParams, KeyType, Mechanism, ObjectClass
from pkcs11 import exceptions as fault
from pkcs11.util.ec import (
    encode_ec_public_key,
    encode_ecdsa_signature,
    encode_named_curve_parameters,
)

from eok.core.keys import KeyringError
from eok.core.keys.aead import NONCE
from eok.core.keys.envelope import DATA_KEY
from eok.core.keys.token import Token

MOMENT = "%Y%m%dT%H%M%S%fZ"
ID = 8
TAG_BITS = 128
SEALED_IN = {Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False}
"""The token gives the key to nobody, not even to us."""


@dataclass(frozen=True)
class Named:
    """One key of the token."""

    id: bytes
    made_at: datetime


def named(token: Token, what: str, kind: ObjectClass) -> list[Named]:
    """All keys made for this, the newest first."""
    prefix = f"eok-{what}-"

    def find(session: pkcs11.Session) -> list[Named]:
        found = [
            (str(key[Attribute.LABEL]), key[Attribute.ID])
            for key in session.get_objects({Attribute.CLASS: kind})
        ]
        made = [(label.removeprefix(prefix), id) for label, id in found if label.startswith(prefix)]
        keys = [Named(id, datetime.strptime(moment, MOMENT).replace(tzinfo=UTC)) for moment, id in made]
        return sorted(keys, key=lambda key: key.made_at, reverse=True)

    return token.ask(find)


def make_secret(token: Token, what: str, now: datetime) -> None:
    """`district` wraps, `lookup` makes digests."""
    wraps = what == "district"
    uses = {
        Attribute.ENCRYPT: wraps,
        Attribute.DECRYPT: wraps,
        Attribute.SIGN: not wraps,
        Attribute.VERIFY: False,
    }
    kind = KeyType.AES if wraps else KeyType.GENERIC_SECRET
    token.ask(
        lambda session: session.generate_key(
            kind, 256, id=os.urandom(ID), label=_label(what, now), store=True, template={**SEALED_IN, **uses}
        )
    )


def make_pair(token: Token, purpose: str, now: datetime) -> None:
    """A signing key on P-256."""

    def make(session: pkcs11.Session) -> None:
        curve = {Attribute.EC_PARAMS: encode_named_curve_parameters("secp256r1")}
        session.create_domain_parameters(KeyType.EC, curve, local=True).generate_keypair(
            id=os.urandom(ID), label=_label(purpose, now), store=True, private_template=SEALED_IN
        )

    token.ask(make)


def remove(token: Token, key: Named) -> None:
    token.ask(lambda session: _get(token, session, ObjectClass.SECRET_KEY, key.id).destroy())
    token.objects.clear()


def hmac(token: Token, key: Named, data: bytes) -> bytes:
    def sign(session: pkcs11.Session) -> bytes:
        found = _get(token, session, ObjectClass.SECRET_KEY, key.id)
        return bytes(found.sign(data, mechanism=Mechanism.SHA256_HMAC))

    return token.ask(sign)


@dataclass(frozen=True)
class TokenDistrictKey:
    """See `eok.core.keys.envelope.DistrictKey`. What it wraps begins with its id."""

    token: Token
    key: Named

    @property
    def fingerprint(self) -> str:
        return self.key.id.hex()

    def wrap(self, data_key: bytes) -> bytes:
        nonce = os.urandom(NONCE)

        def encrypt(session: pkcs11.Session) -> bytes:
            key = _get(self.token, session, ObjectClass.SECRET_KEY, self.key.id)
            return bytes(key.encrypt(data_key, mechanism=Mechanism.AES_GCM, mechanism_param=_gcm(nonce)))

        return self.key.id + nonce + self.token.ask(encrypt)

    def opens(self, wrapped: bytes) -> bytes | None:
        id, nonce, ciphertext = wrapped[:ID], wrapped[ID : ID + NONCE], wrapped[ID + NONCE :]
        if id != self.key.id or len(nonce) != NONCE:
            return None

        def decrypt(session: pkcs11.Session) -> bytes | None:
            key = _get(self.token, session, ObjectClass.SECRET_KEY, self.key.id)
            try:
                return bytes(
                    key.decrypt(ciphertext, mechanism=Mechanism.AES_GCM, mechanism_param=_gcm(nonce))
                )
            except (fault.EncryptedDataInvalid, fault.EncryptedDataLenRange, fault.GeneralError):
                return None  # softhsm says GeneralError of a tag that does not fit

        return self.token.ask(decrypt)


@dataclass(frozen=True)
class TokenSigningKey:
    """See `eok.core.keys.SigningKey`."""

    token: Token
    key: Named

    def public_key(self) -> ec.EllipticCurvePublicKey:
        der = self.token.ask(
            lambda session: encode_ec_public_key(
                _get(self.token, session, ObjectClass.PUBLIC_KEY, self.key.id)
            )
        )
        public = load_der_public_key(der)
        if not isinstance(public, ec.EllipticCurvePublicKey):
            raise KeyringError(
                "열쇠 장치의 서명 열쇠가 P-256 열쇠가 아니어서 쓰지 않았습니다. docs/keys.md를 봐 주세요."
            )
        return public

    def sign(self, data: bytes, signature_algorithm: ec.EllipticCurveSignatureAlgorithm) -> bytes:
        """Only ever ECDSA with SHA-256; the token gets the digest, for that is what every token can."""
        digest = hashlib.sha256(data).digest()

        def sign(session: pkcs11.Session) -> bytes:
            key = _get(self.token, session, ObjectClass.PRIVATE_KEY, self.key.id)
            return encode_ecdsa_signature(key.sign(digest, mechanism=Mechanism.ECDSA))

        return self.token.ask(sign)


def _get(token: Token, session: pkcs11.Session, kind: ObjectClass, id: bytes) -> Any:
    """The key's handle in this session. The package types keys by what they can do, which only the token knows."""
    known = token.objects.get((kind, id))
    if known is None:
        known = token.objects[kind, id] = session.get_key(object_class=kind, id=id)
    return known


def _gcm(nonce: bytes) -> GCMParams:
    return GCMParams(nonce, DATA_KEY, TAG_BITS)


def _label(what: str, now: datetime) -> str:
    return f"eok-{what}-{now.astimezone(UTC):{MOMENT}}"
