"""Identity checks under way, each under its `state`, in the session of the browser that began it.

Serves OpenID Connect Core 1.0 §3.1.2.1 (state, nonce) and RFC 7636 (PKCE). A flow is taken out when its
answer comes: a second answer with the same state finds nothing.
"""

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from eok.accounts.errors import UnknownFlowError
from eok.gate import machine_time

FLOWS = "flows"
OPEN_SECONDS = 15 * 60
MOST = 5
"""Tabs of one browser that may be at the provider at once."""


@dataclass(frozen=True)
class Flow:
    """What must be the same when the person comes back."""

    back_to: str
    """Own path to go on to."""
    nonce: str
    verifier: str
    begun: int
    """Machine seconds."""
    asked_at: float
    """House time, seconds since 1970: a signature must be proven after this."""
    person: str = ""
    """Who must answer; empty when somebody signs in."""
    purpose: str = ""
    """What is signed; empty when somebody signs in."""


def new_flow(*, back_to: str, asked_at: float, nonce: str = "", person: str = "", purpose: str = "") -> Flow:
    """nonce: the digest to be signed; a random one when left out."""
    return Flow(
        back_to=back_to,
        nonce=nonce or secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        begun=machine_time.seconds(),
        asked_at=asked_at,
        person=person,
        purpose=purpose,
    )


def new_state() -> str:
    return secrets.token_urlsafe(24)


def keep(request: HttpRequest, state: str, flow: Flow) -> None:
    """Remember the flow in the session, under its state."""
    flows = {name: kept for name, kept in _kept(request).items() if _is_open(kept["begun"])}
    newest = sorted(flows, key=lambda name: flows[name]["begun"])[-(MOST - 1) :]
    request.session[FLOWS] = {**{name: flows[name] for name in newest}, state: asdict(flow)}


def take(request: HttpRequest, state: str) -> Flow:
    """The flow of a state, once. Raises UnknownFlowError."""
    flows = _kept(request)
    found = flows.pop(state, None)
    if found is None:
        raise UnknownFlowError
    request.session[FLOWS] = flows
    if not _is_open(found["begun"]):
        raise UnknownFlowError
    return Flow(**found)


def _kept(request: HttpRequest) -> dict[str, dict[str, Any]]:  # Any: as it comes out of the session
    return dict(request.session.get(FLOWS, {}))


def _is_open(begun: int) -> bool:
    return machine_time.seconds() - begun <= OPEN_SECONDS
