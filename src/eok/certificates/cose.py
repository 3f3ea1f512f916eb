"""COSE_Sign1 (RFC 9052) with ES256 in its strictest form: to a payload and a signature there is exactly one spelling.

Deterministic CBOR (RFC 8949 §4.2.1) checked by encoding again, an empty unprotected header, a 64-byte signature with
low s, nothing after it. A lenient reader would take a mirrored signature or a filled unprotected header: nothing
said would change, but the seal would no longer be unique. Pure: no framework, no files, no clock.
"""

import hashlib
from collections.abc import Mapping

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from eok.core.keys import SigningKey

ES256 = -7
ALGORITHM, KEY_ID = 1, 4
"""Header labels (RFC 9052 §3.1)."""
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Order of the P-256 group: the mirrored signature (r, n - s) is refused."""
SIZE_LIMIT = 2048


class MalformedError(Exception):
    """Not the one spelling this module writes."""


class UnknownSignerError(Exception):
    """No key of that id is known."""


class WrongSignatureError(Exception):
    """The signature does not belong to these bytes."""


def key_id(key: ec.EllipticCurvePublicKey) -> bytes:
    """First four bytes of the SHA-256 of the key (SubjectPublicKeyInfo, DER)."""
    spki = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(spki).digest()[:4]


def sign(value: object, key: SigningKey) -> bytes:
    """The message that carries `value` (CBOR data) signed by `key` (P-256)."""
    payload = _encoded(value)
    protected = _encoded({ALGORITHM: ES256, KEY_ID: key_id(key.public_key())})
    r, s = decode_dss_signature(key.sign(_to_be_signed(protected, payload), ec.ECDSA(hashes.SHA256())))
    signature = r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")
    return _encoded([protected, {}, payload, signature])


def verify(message: bytes, keys: Mapping[bytes, ec.EllipticCurvePublicKey]) -> tuple[object, bytes]:
    """The signed value and the id of the key that signed it.

    Raises MalformedError, UnknownSignerError, WrongSignatureError.
    """
    protected, payload, signature = _parts(message)
    signer = _signer(protected)
    if signer not in keys:
        raise UnknownSignerError
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if s > ORDER // 2:
        raise MalformedError("high s")
    try:
        keys[signer].verify(
            encode_dss_signature(r, s), _to_be_signed(protected, payload), ec.ECDSA(hashes.SHA256())
        )
    except InvalidSignature as error:
        raise WrongSignatureError from error
    return _decoded(payload), signer


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    return _encoded(["Signature1", protected, b"", payload])


def _parts(message: bytes) -> tuple[bytes, bytes, bytes]:
    match _decoded(message):
        case [bytes(protected), {**unprotected}, bytes(payload), bytes(signature)] if not unprotected:
            if len(signature) == 64:
                return protected, payload, signature
    raise MalformedError("not COSE_Sign1")


def _signer(protected: bytes) -> bytes:
    header = _decoded(protected)
    if isinstance(header, dict) and set(header) == {ALGORITHM, KEY_ID} and header[ALGORITHM] == ES256:
        signer = header[KEY_ID]
        if isinstance(signer, bytes) and len(signer) == 4:
            return signer
    raise MalformedError("not our header")


def _encoded(value: object) -> bytes:
    return cbor2.dumps(value, canonical=True)


def _decoded(data: bytes) -> object:
    if len(data) > SIZE_LIMIT:
        raise MalformedError("too long")
    try:
        value: object = cbor2.loads(data)
        again = _encoded(value)
    except (cbor2.CBORDecodeError, cbor2.CBOREncodeError, ValueError, TypeError, RecursionError) as error:
        raise MalformedError("not CBOR") from error
    if again != data:
        raise MalformedError("not deterministic")
    return value
