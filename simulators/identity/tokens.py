"""ID tokens, and forged ones to see that nobody believes them (OpenID Connect Core 1.0 §2)."""

import hashlib
import json
from typing import Any

from simulators import clock
from simulators.identity.keys import Key, part
from simulators.identity.ledger import TOKEN_SECONDS, Granted
from simulators.identity.people import Person
from simulators.store import Store

FORGERIES = {
    "none": "올바른 증명",
    "nonce": "다른 nonce",
    "audience": "다른 누리집 앞",
    "issuer": "다른 발급자",
    "expired": "기한 지남",
    "stale": "오래된 인증",
    "signature": "서명 틀림",
    "unsigned": "서명 없음",
    "unknown_key": "모르는 열쇠",
    "access_token": "다른 접근 토큰",
    "nameless": "이름 없음",
    "other_person": "다른 사람의 정보",
}


class Mint:
    """Signs with the newest key; the one before stays published, so that rotation breaks nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def public_keys(self) -> dict[str, Any]:
        return {"keys": [key.public() for key in self._keys()]}

    def rotate(self) -> None:
        """A new key signs from now on."""
        with self._store.change() as data:
            data["keys"] = [*data.get("keys", []), Key.new().number()][-2:]

    def sign(self, claims: dict[str, Any], forgery: str) -> str:
        honest = self._keys()[-1]
        key = Key.new() if forgery in ("unknown_key", "signature") else honest
        header = {"alg": "ES256", "typ": "JWT", "kid": honest.kid if forgery == "signature" else key.kid}
        if forgery == "unsigned":
            return f"{_json({'alg': 'none'})}.{_json(claims)}."
        signed = f"{_json(header)}.{_json(claims)}"
        return f"{signed}.{part(key.sign(signed.encode()))}"

    def _keys(self) -> list[Key]:
        with self._store.view() as data:
            if not data.get("keys"):
                self.rotate()
            kept = list(data["keys"])
        return [Key.of(number) for number in kept]


def claims(granted: Granted, issuer: str, access_token: str, forgery: str) -> dict[str, Any]:
    """Claims of the ID token; a declaration's token also names the person, for it is kept as proof."""
    instant = int(clock.now().timestamp())
    made: dict[str, Any] = {
        "iss": issuer,
        "sub": granted.person.subject,
        "aud": granted.asked.client_id,
        "iat": instant,
        "exp": instant + TOKEN_SECONDS,
        "auth_time": int(granted.proven_at.timestamp()),
        "nonce": granted.asked.nonce,
        "amr": ["user"],
        "at_hash": part(hashlib.sha256(access_token.encode()).digest()[:16]),
    }
    named = profile(granted.person) if granted.asked.signing and forgery != "nameless" else {}
    return {**made, **named, **_forged(forgery, instant)}


def profile(person: Person) -> dict[str, str]:
    """OpenID Connect Core 1.0 §5.1, and 연계정보."""
    return {
        "name": person.name,
        "birthdate": person.birth_date.isoformat(),
        "phone_number": "+82 " + person.phone[1:],
        "ci": person.ci,
    }


def _forged(forgery: str, instant: int) -> dict[str, Any]:
    lies: dict[str, dict[str, Any]] = {
        "nonce": {"nonce": "0" * 64},
        "audience": {"aud": "somebody-else"},
        "issuer": {"iss": "https://issuer.example"},
        "expired": {"iat": instant - 7200, "exp": instant - 3600},
        "stale": {"auth_time": instant - 86400},
        "access_token": {"at_hash": part(b"0" * 16)},
    }
    return lies.get(forgery, {})


def _json(value: dict[str, Any]) -> str:
    return part(json.dumps(value, ensure_ascii=False).encode())
