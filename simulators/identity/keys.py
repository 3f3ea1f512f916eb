"""The keys that sign ID tokens (ES256: RFC 7518 §3.4, §6.2; key id: RFC 7638).

The cryptography is loaded at the first token, so that a simulator at rest stays small.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

COORDINATE_BYTES = 32


def part(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass(frozen=True)
class Key:
    """One P-256 key of the provider."""

    private: "EllipticCurvePrivateKey"

    @classmethod
    def new(cls) -> Self:
        from cryptography.hazmat.primitives.asymmetric import ec

        return cls(ec.generate_private_key(ec.SECP256R1()))

    @classmethod
    def of(cls, number: str) -> Self:
        """From what `number` gave."""
        from cryptography.hazmat.primitives.asymmetric import ec

        return cls(ec.derive_private_key(int(number, 16), ec.SECP256R1()))

    def number(self) -> str:
        """The private key to be kept, in hex: loading the parts that read PEM would cost 3 MB."""
        return f"{self.private.private_numbers().private_value:x}"

    @property
    def kid(self) -> str:
        canonical = json.dumps(self._point(), sort_keys=True, separators=(",", ":"))
        return part(hashlib.sha256(canonical.encode()).digest())

    def public(self) -> dict[str, str]:
        """As JWK."""
        return {**self._point(), "kid": self.kid, "use": "sig", "alg": "ES256"}

    def sign(self, message: bytes) -> bytes:
        """r and s, one after the other, as JOSE wants them."""
        from cryptography.hazmat.primitives.asymmetric import ec, utils
        from cryptography.hazmat.primitives.hashes import SHA256

        r, s = utils.decode_dss_signature(self.private.sign(message, ec.ECDSA(SHA256())))
        return _bytes(r) + _bytes(s)

    def _point(self) -> dict[str, str]:
        numbers = self.private.public_key().public_numbers()
        return {"kty": "EC", "crv": "P-256", "x": part(_bytes(numbers.x)), "y": part(_bytes(numbers.y))}


def _bytes(number: int) -> bytes:
    return number.to_bytes(COORDINATE_BYTES, "big")
