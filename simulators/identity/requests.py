"""An authentication request, from the first page to the token (OpenID Connect Core 1.0 §3.1.2.1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from simulators.http import Refused

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Asked:
    """What the portal asked for."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    scope: str
    signing: bool
    """`prompt=login`: prove it anew. With a digest as nonce it is a signature."""
    login_hint: str

    @property
    def digest(self) -> str:
        """The hex SHA-256 being signed, or empty when somebody only signs in."""
        return self.nonce if self.signing and re.fullmatch(r"[0-9a-f]{64}", self.nonce) else ""


class Returned(Exception):
    """The request is refused by sending the person back with `error` (RFC 6749 §4.1.2.1)."""

    def __init__(self, asked: Asked, error: str) -> None:
        super().__init__(error)
        self.asked = asked
        self.error = error


def read(query: Mapping[str, str], client_id: str, origins: tuple[str, ...]) -> Asked:
    """Raises Refused when it may not even go back, Returned when the request is wrong."""
    asked = Asked(
        client_id=query.get("client_id", ""),
        redirect_uri=query.get("redirect_uri", ""),
        state=query.get("state", ""),
        nonce=query.get("nonce", ""),
        challenge=query.get("code_challenge", ""),
        scope=query.get("scope", ""),
        signing="login" in query.get("prompt", "").split(),
        login_hint=query.get("login_hint", ""),
    )
    if asked.client_id != client_id or not may_return(asked.redirect_uri, origins):
        raise Refused(400, "등록되지 않은 누리집에서 온 요청입니다.")
    if query.get("response_type") != "code":
        raise Returned(asked, "unsupported_response_type")
    if "openid" not in asked.scope.split():
        raise Returned(asked, "invalid_scope")
    if query.get("code_challenge_method") != "S256" or not re.fullmatch(r"[\w-]{43}", asked.challenge):
        raise Returned(asked, "invalid_request")
    if query.get("prompt") == "none":
        raise Returned(asked, "login_required")
    return asked


def may_return(url: str, origins: tuple[str, ...]) -> bool:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return False
    return parts.hostname in LOOPBACK or f"{parts.scheme}://{parts.netloc}" in origins
