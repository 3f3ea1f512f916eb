"""Sending somebody to the identity provider and hearing its answer (OpenID Connect Core 1.0 §3.1).

The port of `linkage` does the protocol; here is what ties an answer to the browser that asked.
"""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from eok.accounts import flows
from eok.accounts.flows import Flow
from eok.linkage import registry
from eok.linkage.errors import IdentityRefusedError
from eok.linkage.ports import Acr, Identity


def send(request: HttpRequest, flow: Flow, *, login_hint: str | None = None) -> str:
    """Address at the provider. Raises LinkageError (nothing is kept then)."""
    state = flows.new_state()
    url = registry.port("identity").begin(
        state=state,
        nonce=flow.nonce,
        code_verifier=flow.verifier,
        redirect_uri=_redirect_uri(),
        acr=_acr(flow),
        login_hint=login_hint,
    )
    flows.keep(request, state, flow)
    return url


def answer(request: HttpRequest, flow: Flow) -> Identity:
    """Who came back. Raises IdentityRefusedError (also when it was cancelled), LinkageError."""
    error = request.GET.get("error")
    if error:
        raise IdentityRefusedError.because(error)
    return registry.port("identity").finish(
        code=request.GET.get("code", ""),
        code_verifier=flow.verifier,
        nonce=flow.nonce,
        redirect_uri=_redirect_uri(),
        acr=_acr(flow),
    )


def leave(token: str) -> str | None:
    """Address that ends the session at the provider too, so that the next one at this machine is asked anew."""
    if not token:
        return None
    return registry.port("identity").sign_out(assertion=token, back_to=f"{settings.EOK_BASE_URL}/")


def _acr(flow: Flow) -> Acr:
    return Acr.SIGN if flow.purpose else Acr.SIGN_IN


def _redirect_uri() -> str:
    return f"{settings.EOK_BASE_URL}{reverse('accounts:callback')}"
