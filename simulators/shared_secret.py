"""Our end of the shared secret: who may call, and how a message is signed.

Two keys come from one secret: the bearer token of calls, and the key of `t=<seconds>,v1=<HMAC-SHA256>`.
"""

import hashlib
import hmac

from simulators import clock
from simulators.http import Refused, Request


def require_caller(secret: str, request: Request) -> None:
    """Raises Refused (401) unless the caller knows the secret."""
    expected = "Bearer " + _derived(secret, "calls").hex()
    shown = request.headers.get("Authorization", "")
    if not hmac.compare_digest(expected.encode(), shown.encode()):
        raise Refused(401, "비밀값이 맞지 않습니다.")


def signature(secret: str, body: bytes) -> str:
    at = int(clock.now().timestamp())
    mac = hmac.new(_derived(secret, "callbacks"), f"{at}.".encode() + body, hashlib.sha256)
    return f"t={at},v1={mac.hexdigest()}"


def _derived(secret: str, purpose: str) -> bytes:
    return hmac.new(secret.encode(), f"eok {purpose}".encode(), hashlib.sha256).digest()
