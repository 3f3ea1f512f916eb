"""The detached CMS signature inside a PDF (RFC 5652), in the shape ETSI EN 319 142-1 (PAdES-B-B) asks for.

Attributes: content-type, message-digest, signing-certificate-v2; no signing-time, which a PDF says itself (/M).
ECDSA on P-256 with SHA-256. Everything but the digest and the signature is the same for each document, so it is
written here in a few lines of DER instead of through a library that parses and checks the key each time.
"""

import hashlib
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from eok.core.keys import SigningKey

SEQUENCE, SET, INTEGER, OCTETS, OID = b"\x30", b"\x31", b"\x02", b"\x04", b"\x06"
CONTEXT_0 = b"\xa0"

DATA = bytes.fromhex("2a864886f70d010701")
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
SIGNING_CERTIFICATE_V2 = bytes.fromhex("2a864886f70d010910022f")
SHA256 = bytes.fromhex("608648016503040201")
ECDSA_WITH_SHA256 = bytes.fromhex("2a8648ce3d040302")
LONGEST_SIGNATURE = 72
"""Bytes of the longest DER signature on P-256."""


class CmsSigner:
    """A key and its certificate, ready to sign many documents.

    chain: the signing certificate first, then its issuers without the root.
    """

    def __init__(self, key: SigningKey, chain: tuple[x509.Certificate, ...]) -> None:
        self._key = key
        self.certificate = chain[0]
        own = hashlib.sha256(chain[0].public_bytes(serialization.Encoding.DER)).digest()
        self._reference = _der(SEQUENCE, _der(SEQUENCE, _der(SEQUENCE, _der(OCTETS, own))))
        self._chain = b"".join(sorted(c.public_bytes(serialization.Encoding.DER) for c in chain))

    def sign(self, digest: bytes) -> bytes:
        """The signature (ContentInfo, DER) over a document whose SHA-256 is `digest`."""
        attributes = self._attributes(digest)
        return self._content_info(
            attributes, self._key.sign(_der(SET, attributes), ec.ECDSA(hashes.SHA256()))
        )

    @cached_property
    def longest(self) -> int:
        """Bytes to reserve for a signature."""
        return len(self._content_info(self._attributes(bytes(32)), bytes(LONGEST_SIGNATURE)))

    def _attributes(self, digest: bytes) -> bytes:
        attributes = (
            _attribute(CONTENT_TYPE, _der(OID, DATA)),
            _attribute(MESSAGE_DIGEST, _der(OCTETS, digest)),
            _attribute(SIGNING_CERTIFICATE_V2, self._reference),
        )
        return b"".join(sorted(attributes))

    def _content_info(self, attributes: bytes, signature: bytes) -> bytes:
        signed_data = _der(
            SEQUENCE,
            _der(INTEGER, b"\x01"),
            _der(SET, _algorithm(SHA256)),
            _der(SEQUENCE, _der(OID, DATA)),
            _der(CONTEXT_0, self._chain),
            _der(SET, self._signer_info(attributes, signature)),
        )
        return _der(SEQUENCE, _der(OID, SIGNED_DATA), _der(CONTEXT_0, signed_data))

    def _signer_info(self, attributes: bytes, signature: bytes) -> bytes:
        serial = self.certificate.serial_number
        issuer_and_serial = _der(
            SEQUENCE,
            self.certificate.issuer.public_bytes(),
            _der(INTEGER, serial.to_bytes(serial.bit_length() // 8 + 1, "big")),
        )
        return _der(
            SEQUENCE,
            _der(INTEGER, b"\x01"),
            issuer_and_serial,
            _algorithm(SHA256),
            _der(CONTEXT_0, attributes),
            _algorithm(ECDSA_WITH_SHA256),
            _der(OCTETS, signature),
        )


def _der(tag: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    if len(content) < 128:
        return tag + bytes([len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return tag + bytes([0x80 | len(length)]) + length + content


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _der(SEQUENCE, _der(OID, kind), _der(SET, value))


def _algorithm(identifier: bytes) -> bytes:
    return _der(SEQUENCE, _der(OID, identifier))
