"""AES-256-GCM with 96-bit random nonces (NIST SP 800-38D) and HKDF-SHA256 (RFC 5869): the shape of every ciphertext."""

import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


def seal(key: bytes, plaintext: bytes, context: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, context)


def opened(key: bytes, ciphertext: bytes, context: bytes) -> bytes | None:
    """The plaintext, or None when another key or another context sealed it, or a bit changed."""
    if len(ciphertext) <= NONCE:
        return None
    try:
        return AESGCM(key).decrypt(ciphertext[:NONCE], ciphertext[NONCE:], context)
    except InvalidTag:
        return None


@lru_cache(maxsize=64)
def derived(secret: bytes, purpose: str) -> bytes:
    """A key of 32 bytes for one purpose."""
    return HKDF(hashes.SHA256(), 32, salt=None, info=_info(purpose)).derive(secret)


def extracted(secret: bytes) -> bytes:
    """The first half of HKDF: HMAC over `expansion` then gives what `derived` gives."""
    return hmac.new(bytes(32), secret, hashlib.sha256).digest()


def expansion(purpose: str) -> bytes:
    """What is signed by HMAC to make the second half of HKDF: a token can do it with a key that never leaves."""
    return _info(purpose) + b"\x01"


def _info(purpose: str) -> bytes:
    return f"eok:{purpose}".encode()
