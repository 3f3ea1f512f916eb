"""What the provider says of itself: its endpoints and its keys (OpenID Connect Discovery 1.0 §4).

Kept for an hour. Keys are asked for again when a token names one we don't know: providers change them.
"""

import time
from collections.abc import Callable
from typing import cast

from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization
from pydantic import BaseModel

from eok.linkage.configuration import is_safe_address
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import Call, Exchange
from eok.linkage.sentences import sentence

KEPT_SECONDS = 3600.0


class Metadata(BaseModel):
    """The fields we use of `/.well-known/openid-configuration`."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None = None
    end_session_endpoint: str | None = None

    def endpoints(self) -> list[str]:
        named = (self.userinfo_endpoint, self.end_session_endpoint)
        return [self.authorization_endpoint, self.token_endpoint, self.jwks_uri, *filter(None, named)]


class _Keys(BaseModel):
    keys: list[dict[str, object]]


class Discovery:
    """Two threads may ask at once; both get the same answer, so no lock is held while asking."""

    def __init__(
        self, exchange: Exchange, issuer: str, *, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._exchange = exchange
        self._issuer = issuer
        self._ticks = ticks
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def metadata(self) -> Metadata:
        """Raises LinkageError, also when the document speaks for another issuer or names unsafe addresses."""
        if self._metadata is None or self._metadata[0] < self._ticks():
            self._metadata = (self._ticks() + KEPT_SECONDS, self._ask_metadata())
        return self._metadata[1]

    def keys(self, *, anew: bool = False) -> KeySet:
        """The provider's public keys. Raises LinkageError."""
        if anew or self._keys is None or self._keys[0] < self._ticks():
            self._keys = (self._ticks() + KEPT_SECONDS, self._ask_keys())
        return self._keys[1]

    def _ask_metadata(self) -> Metadata:
        call = Call("discovery", "GET", "/.well-known/openid-configuration")
        found = self._exchange.send(call).read(Metadata)
        trusted = found.issuer.rstrip("/") == self._issuer.rstrip("/")
        if not trusted or not all(is_safe_address(url) for url in found.endpoints()):
            wrong = sentence("identity", "address", setting="EOK_IDENTITY_URL")
            raise LinkageError("identity", wrong, retryable=False)
        return found

    def _ask_keys(self) -> KeySet:
        answer = self._exchange.send(Call("keys", "GET", self.metadata().jwks_uri)).read(_Keys)
        try:
            return KeySet.import_key_set(cast(KeySetSerialization, answer.model_dump()))
        except (JoseError, ValueError) as error:
            raise LinkageError("identity", sentence("identity", "unreadable"), retryable=True) from error
