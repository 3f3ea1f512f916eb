"""본인확인 by OpenID Connect: authorization code with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636).

Works with any provider that publishes discovery. Signing a declaration is a re-authentication
(`prompt=login`, `max_age=0`) whose nonce is the digest of the filing: the ID token then is the provider's
signed word that this person, now, meant this text (전자정부법 §10).
"""

import base64
from typing import Self
from urllib.parse import quote, urlencode

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from django.conf import settings
from pydantic import BaseModel, ConfigDict

from eok.linkage import configuration, ports
from eok.linkage.answer import Answer
from eok.linkage.errors import IdentityRefusedError, LinkageError
from eok.linkage.exchange import INTERACTIVE, Call, Exchange
from eok.linkage.oidc.discovery import Discovery
from eok.linkage.oidc.id_token import NOT_BELIEVED, Believed, Expected, believe
from eok.linkage.oidc.person import WANTED, person
from eok.linkage.ports import Acr, Identity
from eok.linkage.sentences import sentence

SCOPE = "openid profile phone"


class Tokens(BaseModel):
    id_token: str
    access_token: str


class Userinfo(BaseModel):
    model_config = ConfigDict(extra="allow")
    sub: str


class Provider(ports.IdentityProvider):
    """`EOK_IDENTITY_URL` is the issuer."""

    def __init__(self, exchange: Exchange, issuer: str, client_id: str, secret: str) -> None:
        self._exchange = exchange
        self._issuer = issuer
        self._client_id = client_id
        self._secret = secret
        self._discovery = Discovery(exchange, issuer)

    @classmethod
    def from_settings(cls) -> Self:
        issuer = configuration.address("identity", "EOK_IDENTITY_URL")
        client_id = configuration.required("identity", "EOK_IDENTITY_CLIENT")
        exchange = Exchange(
            "identity", issuer, patience=INTERACTIVE, allow_simulator=configuration.allow_simulator()
        )
        return cls(exchange, issuer, client_id, settings.EOK_IDENTITY_SECRET)

    def check(self) -> None:
        """A made-up code must be refused for itself, not for our credentials."""
        self._discovery.keys()
        answer = self._ask_tokens(
            code="eok-check", code_verifier="e" * 43, redirect_uri=settings.EOK_BASE_URL
        )
        self._require_known(answer)

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
        signing = {"prompt": "login", "max_age": 0} if acr is Acr.SIGN else {}
        url: str = prepare_grant_uri(
            self._discovery.metadata().authorization_endpoint,
            self._client_id,
            "code",
            redirect_uri=redirect_uri,
            scope=SCOPE,
            state=state,
            nonce=nonce,
            code_challenge=create_s256_code_challenge(code_verifier),
            code_challenge_method="S256",
            login_hint=login_hint,
            ui_locales="ko",
            **signing,
        )
        return url

    def finish(
        self, *, code: str, code_verifier: str, nonce: str, redirect_uri: str, acr: Acr = Acr.SIGN_IN
    ) -> Identity:
        answer = self._ask_tokens(code=code, code_verifier=code_verifier, redirect_uri=redirect_uri)
        self._require_known(answer)
        if answer.status != 200:
            raise IdentityRefusedError.because("invalid_grant")
        tokens = answer.read(Tokens)
        issuer = self._discovery.metadata().issuer
        expected = Expected(issuer, self._client_id, nonce, tokens.access_token, acr)
        believed = believe(tokens.id_token, expected, self._discovery)
        return person(believed, self._userinfo(believed, tokens.access_token), tokens.id_token)

    def sign_out(self, *, assertion: str, back_to: str) -> str | None:
        endpoint = self._discovery.metadata().end_session_endpoint
        if endpoint is None:
            return None
        query = {
            "id_token_hint": assertion,
            "client_id": self._client_id,
            "post_logout_redirect_uri": back_to,
        }
        return f"{endpoint}?{urlencode(query)}"

    def _ask_tokens(self, *, code: str, code_verifier: str, redirect_uri: str) -> Answer:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "code_verifier": code_verifier,
            "redirect_uri": redirect_uri,
        }
        if not self._secret:
            form["client_id"] = self._client_id
        url = self._discovery.metadata().token_endpoint
        headers = self._credentials()
        return self._exchange.send(
            Call("token", "POST", url, form=form, headers=headers, changes=True, expects=(200, 400, 401))
        )

    def _credentials(self) -> dict[str, str]:
        """client_secret_basic; both parts are percent-encoded first (RFC 6749 §2.3.1)."""
        if not self._secret:
            return {}
        pair = f"{quote(self._client_id, safe='')}:{quote(self._secret, safe='')}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}

    def _require_known(self, answer: Answer) -> None:
        if answer.status == 401 or b'"invalid_client"' in answer.body:
            wrong = sentence("identity", "credentials", setting="EOK_IDENTITY_CLIENT, EOK_IDENTITY_SECRET")
            raise LinkageError("identity", wrong, retryable=False)

    def _userinfo(self, believed: Believed, access_token: str) -> dict[str, object]:
        """Claims the token left out. The answer must be about the same person (OpenID Connect Core 1.0 §5.3.2)."""
        endpoint = self._discovery.metadata().userinfo_endpoint
        if endpoint is None or all(claim in believed.claims for claim in WANTED):
            return {}
        headers = {"Authorization": f"Bearer {access_token}"}
        said = self._exchange.send(Call("userinfo", "GET", endpoint, headers=headers)).read(Userinfo)
        if said.sub != believed.claims["sub"]:
            raise IdentityRefusedError(NOT_BELIEVED)
        return said.model_dump()
