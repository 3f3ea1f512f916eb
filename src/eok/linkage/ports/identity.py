"""본인확인: somebody outside vouches for who the person is, and that they sign what they file.

Law: 전자정부법 §10 (전자정부서비스를 제공받는 자에 대한 본인 확인). Standard of the words used: OpenID Connect Core 1.0.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from eok.linkage.ports.base import Adapter


class Acr(Enum):
    """For what the person is asked to prove who they are."""

    SIGN_IN = "sign-in"
    """To enter; a session at the provider may be used."""

    SIGN = "sign"
    """To sign a declaration: the person proves it anew, now. The nonce is the hex SHA-256 of the filing."""


@dataclass(frozen=True)
class Identity:
    """What the provider vouches for."""

    subject: str
    """The person's name at this provider; stable, not for people to read."""
    name: str
    """실명, as the provider spells it (NFC)."""
    birth_date: date | None
    phone: str
    """Domestic spelling with hyphens, or empty."""
    ci: str = field(repr=False)
    """연계정보: the same for one person at every 본인확인기관; empty when the provider gives none."""
    authenticated_at: datetime
    """Aware. When the person proved it."""
    assertion: str = field(repr=False)
    """The provider's signed word (an ID token), kept as proof."""
    assertion_key: str = field(repr=False)
    """The public key (JWK) that verifies `assertion`, kept because providers change their keys."""


class IdentityProvider(Adapter, Protocol):
    """본인확인기관 or 간편인증."""

    def begin(
        self,
        *,
        state: str,
        nonce: str,
        code_verifier: str,
        redirect_uri: str,
        acr: Acr,
        login_hint: str | None = None,
    ) -> str:
        """Address to send the person to. Keep state, nonce and code_verifier (43-128 letters) in the session.

        login_hint: `Identity.subject` of the one who must sign. Raises CounterOnlyError, LinkageError.
        """
        ...

    def finish(
        self, *, code: str, code_verifier: str, nonce: str, redirect_uri: str, acr: Acr = Acr.SIGN_IN
    ) -> Identity:
        """Exchange the code the person came back with. One code works once.

        With Acr.SIGN the proof must be minutes old. Raises IdentityRefusedError, LinkageError,
        OutcomeUnknownError (begin anew: the code is spent).
        """
        ...

    def sign_out(self, *, assertion: str, back_to: str) -> str | None:
        """Address that ends the session at the provider, or None when there is nothing to end there."""
        ...
