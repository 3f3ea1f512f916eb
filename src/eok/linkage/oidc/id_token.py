"""Whether an ID token may be believed (OpenID Connect Core 1.0 §3.1.3.7).

The instant comes from the house's clock: outside production the simulators follow the same one.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import extract_compact

from eok.core import clock
from eok.linkage.errors import IdentityRefusedError
from eok.linkage.oidc.discovery import Discovery
from eok.linkage.ports import Acr

ALGORITHMS = ("ES256", "ES384", "RS256", "PS256", "EdDSA")
"""Public-key signatures only: never `none`, never a shared secret."""
SKEW_SECONDS = 60
"""How far two machines' clocks may lie apart."""
SIGNED_WITHIN_SECONDS = 600
"""A declaration is signed by a proof not older than this: time to read the page at the provider."""

NOT_BELIEVED = (
    "본인확인 결과를 믿을 수 없습니다. 보낸 곳이나 내용, 시각이 맞지 않아 쓰지 않았습니다. "
    "본인확인을 처음부터 다시 해 주세요."
)


@dataclass(frozen=True)
class Expected:
    """What the token must say to be about this request."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str = field(repr=False)
    acr: Acr


@dataclass(frozen=True)
class Believed:
    """A token that passed."""

    claims: dict[str, object] = field(repr=False)
    authenticated_at: datetime
    key: str = field(repr=False)
    """The public key that verified it, as JWK."""


def believe(token: str, expected: Expected, discovery: Discovery) -> Believed:
    """Verify signature and claims. Raises IdentityRefusedError; LinkageError when keys can't be had."""
    try:
        header, claims, key = _verified(token, discovery)
        _require(header, claims, expected)
        proven = _instant(claims.get("auth_time", claims["iat"]))
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise IdentityRefusedError(NOT_BELIEVED) from error
    return Believed(claims, proven, key)


def _verified(token: str, discovery: Discovery) -> tuple[dict[str, object], dict[str, object], str]:
    try:
        return _decoded(token, discovery.keys())
    except InvalidKeyIdError:
        return _decoded(token, discovery.keys(anew=True))


def _decoded(token: str, keys: KeySet) -> tuple[dict[str, object], dict[str, object], str]:
    kid = extract_compact(token.encode()).headers().get("kid")
    key = keys.get_by_kid(kid)
    read = jwt.decode(token, key, algorithms=list(ALGORITHMS))
    return read.header, read.claims, json.dumps(key.as_dict(private=False), sort_keys=True)


def _require(header: dict[str, object], claims: dict[str, object], expected: Expected) -> None:
    instant = clock.now().timestamp()
    CodeIDToken(
        claims,
        header,
        {
            "iss": {"essential": True, "value": expected.issuer},
            "aud": {"essential": True, "value": expected.client_id},
        },
        {"nonce": expected.nonce, "client_id": expected.client_id, "access_token": expected.access_token},
    ).validate(now=int(instant), leeway=SKEW_SECONDS)
    if expected.acr is Acr.SIGN:
        _require_fresh(claims["auth_time"], instant)


def _require_fresh(auth_time: object, instant: float) -> None:
    age = instant - _instant(auth_time).timestamp()
    if not -SKEW_SECONDS <= age <= SIGNED_WITHIN_SECONDS:
        raise ValueError("auth_time")


def _instant(seconds: object) -> datetime:
    if not isinstance(seconds, int | float):
        raise TypeError("not a time")
    return datetime.fromtimestamp(seconds, UTC)
