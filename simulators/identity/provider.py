"""The endpoints of the provider (OpenID Connect Core 1.0 §3.1, §5.3; RP-Initiated Logout 1.0)."""

import base64
import hashlib
from html import escape
from typing import Any
from urllib.parse import unquote

from simulators.http import Refused, Request, Response, Route, as_json, redirect
from simulators.identity import pages, people, requests, tokens
from simulators.identity.keys import part
from simulators.identity.ledger import TOKEN_SECONDS, Ledger
from simulators.identity.people import Person
from simulators.page import choice
from simulators.server import Options
from simulators.simulator import Simulator
from simulators.store import Store

CLIENT = "eok"


class Provider(Simulator):
    name = "identity"
    title = "시험용 간편인증"
    protocol = "published"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._issuer = options.base_url
        self._secret = options.secret
        self._origins = options.origins
        self._people = people.everyone()
        self._mint = tokens.Mint(self.store)
        self._ledger = Ledger()
        self._forgery = "none"

    def routes(self) -> list[Route]:
        return [
            Route("GET", "/.well-known/openid-configuration", self._configuration),
            Route("GET", "/jwks", self._jwks),
            Route("GET", "/authorize", self._authorize),
            Route("POST", "/authorize", self._chosen),
            Route("POST", "/token", self._token),
            Route("GET", "/userinfo", self._userinfo),
            Route("GET", "/end_session", self._end_session),
        ]

    def knobs(self) -> str:
        return choice("forgery", "보내는 증명", tokens.FORGERIES, self._forgery)

    def control(self, wanted: dict[str, object]) -> dict[str, object]:
        if wanted.get("reset"):
            self._ledger, self._forgery = Ledger(), "none"
        if wanted.pop("rotate", None):
            self._mint.rotate()
        forgery = str(wanted.pop("forgery", self._forgery))
        if forgery not in tokens.FORGERIES:
            raise Refused(422, f"모르는 증명입니다: {forgery}")
        self._forgery = forgery
        self._ledger.request_seconds = float(str(wanted.pop("request_seconds", self._ledger.request_seconds)))
        rest = super().control(wanted)
        return {**rest, "forgery": forgery, "request_seconds": self._ledger.request_seconds}

    def _configuration(self, request: Request) -> Response:
        here = self._issuer
        return as_json(
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token",
                "userinfo_endpoint": f"{here}/userinfo",
                "end_session_endpoint": f"{here}/end_session",
                "jwks_uri": f"{here}/jwks",
                "scopes_supported": ["openid", "profile", "phone"],
                "response_types_supported": ["code"],
                "grant_types_supported": ["authorization_code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
                "code_challenge_methods_supported": ["S256"],
                "prompt_values_supported": ["none", "login"],
                "ui_locales_supported": ["ko"],
                "claims_supported": ["sub", "name", "birthdate", "phone_number", "ci", "auth_time", "nonce"],
            }
        )

    def _jwks(self, request: Request) -> Response:
        return as_json(self._mint.public_keys())

    def _authorize(self, request: Request) -> Response:
        try:
            asked = requests.read(request.query, CLIENT, self._origins)
        except requests.Returned as returned:
            return _back(returned.asked, error=returned.error)
        return self._choose(asked, self._ledger.ask(asked), {}, {})

    def _choose(
        self, asked: requests.Asked, name: str, typed: dict[str, str], wrong: dict[str, str]
    ) -> Response:
        return self.html(*pages.choose(asked, name, self._people, typed, wrong), status=422 if wrong else 200)

    def _chosen(self, request: Request) -> Response:
        form = request.form()
        name = form.get("request", "")
        pending = self._ledger.request(name)
        if pending is None:
            raise Refused(410, "모르는 요청이거나 이미 끝난 요청입니다. 누리집에서 다시 시작해 주세요.")
        if not pending.is_open():
            return self.html(*pages.expired(_back_url(pending.asked)), status=410)
        if form.get("cancel"):
            return _back(pending.asked, error="access_denied")
        found = self._person(form)
        if not isinstance(found, Person):
            return self._choose(pending.asked, name, form, found)
        return _back(pending.asked, code=self._ledger.grant(name, pending.asked, found))

    def _person(self, form: dict[str, str]) -> Person | dict[str, str]:
        if form.get("person") == "typed":
            return people.typed(form)
        try:
            return self._people[form.get("person", "")]
        except KeyError:
            raise Refused(400, "목록에 없는 사람입니다.") from None

    def _token(self, request: Request) -> Response:
        return self.modes.carry_out(lambda: self._exchange(request))

    def _exchange(self, request: Request) -> Response:
        if not self._knows(request):
            return as_json({"error": "invalid_client"}, 401)
        form = request.form()
        granted = self._ledger.spend(form.get("code", ""))
        if granted is None or form.get("grant_type") != "authorization_code":
            return as_json({"error": "invalid_grant"}, 400)
        challenge = part(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if challenge != granted.asked.challenge or form.get("redirect_uri") != granted.asked.redirect_uri:
            return as_json({"error": "invalid_grant"}, 400)
        access_token = self._ledger.issue(granted)
        claims = tokens.claims(granted, self._issuer, access_token, self._forgery)
        return as_json(
            {
                "access_token": access_token,
                "token_type": "Bearer",
                "expires_in": TOKEN_SECONDS,
                "id_token": self._mint.sign(claims, self._forgery),
            }
        )

    def _knows(self, request: Request) -> bool:
        kind, _, value = request.headers.get("Authorization", "").partition(" ")
        try:
            name, _, secret = base64.b64decode(value).decode().partition(":")
        except ValueError:
            return False
        return kind == "Basic" and (unquote(name), unquote(secret)) == (CLIENT, self._secret)

    def _userinfo(self, request: Request) -> Response:
        granted = self._ledger.holder(request.headers.get("Authorization", "").removeprefix("Bearer "))
        if granted is None:
            raise Refused(401, "invalid_token")
        said: dict[str, Any] = {"sub": granted.person.subject, **tokens.profile(granted.person)}
        if self._forgery == "nameless":
            said.pop("name")
        if self._forgery == "other_person":
            said["sub"] = "somebody-else"
        return as_json(said)

    def _end_session(self, request: Request) -> Response:
        """There is no session here to end; the person goes back, or reads that it is over."""
        target = request.query.get("post_logout_redirect_uri", "")
        if target and requests.may_return(target, self._origins):
            state = request.query.get("state")
            return redirect(target, {"state": state} if state else None)
        return self.html(
            "로그아웃", f"<h1>로그아웃했어요</h1><p>{escape(self.title)}에 남은 것이 없어요.</p>"
        )


def _back(asked: requests.Asked, **answer: str) -> Response:
    return redirect(asked.redirect_uri, {**answer, "state": asked.state})


def _back_url(asked: requests.Asked) -> str:
    """As a cancelled request, so that the portal shows its own way on."""
    return _back(asked, error="access_denied").headers["Location"]
