"""What both ends can prove by one shared secret: who is calling, and that a message was not altered.

Two keys are derived from the secret, so that the bearer token on the wire does not tell the key that
signs. A signed message carries `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`.
"""

import hashlib
import hmac
import re

from eok.core import clock

TOLERANCE_SECONDS = 300
"""A signature older (or newer) than this is refused; within it the message may be sent again."""


def bearer(secret: str) -> str:
    """Value of the `Authorization` header of our calls."""
    return f"Bearer {_derived(secret, 'calls').hex()}"


def signature(secret: str, body: bytes, at: int) -> str:
    """at: unix seconds of the signing."""
    return f"t={at},v1={_mac(secret, body, at)}"


def is_genuine(secret: str, body: bytes, header: str) -> bool:
    """The body was signed with the secret, not long ago. Never raises, whatever the header holds."""
    parts = re.fullmatch(r"t=(\d{1,12}),v1=([0-9a-f]{64})", header)
    if parts is None or not secret:
        return False
    at = int(parts[1])
    if abs(clock.now().timestamp() - at) > TOLERANCE_SECONDS:
        return False
    return hmac.compare_digest(parts[2], _mac(secret, body, at))


def _mac(secret: str, body: bytes, at: int) -> str:
    return hmac.new(_derived(secret, "callbacks"), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def _derived(secret: str, purpose: str) -> bytes:
    return hmac.new(secret.encode(), f"eok {purpose}".encode(), hashlib.sha256).digest()
