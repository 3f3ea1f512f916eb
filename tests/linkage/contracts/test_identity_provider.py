"""What every IdentityProvider does: sends people on or says counter only; vouches for nobody without proof."""

from urllib.parse import parse_qs, urlsplit

import pytest

from eok.linkage.errors import CounterOnlyError, IdentityRefusedError
from eok.linkage.ports import Acr, IdentityProvider

REQUEST = {
    "state": "state-1",
    "nonce": "a" * 64,
    "code_verifier": "v" * 43,
    "redirect_uri": "http://127.0.0.1:8000/sign-in/back/",
}


@pytest.mark.parametrize("acr", Acr)
def test_begins_somewhere_or_says_counter_only(identity_provider: IdentityProvider, acr: Acr) -> None:
    try:
        url = identity_provider.begin(**REQUEST, acr=acr, login_hint="subject-1")
    except CounterOnlyError as error:
        assert "민원실" in error.message
        return

    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert (query["state"], query["nonce"]) == (REQUEST["state"], REQUEST["nonce"])
    assert REQUEST["code_verifier"] not in url
    assert (query.get("prompt"), query.get("max_age")) == (
        ("login", "0") if acr is Acr.SIGN else (None, None)
    )


def test_vouches_for_nobody_on_a_made_up_code(identity_provider: IdentityProvider) -> None:
    with pytest.raises((CounterOnlyError, IdentityRefusedError)):
        identity_provider.finish(
            code="made-up", code_verifier="v" * 43, nonce="n", redirect_uri=REQUEST["redirect_uri"]
        )


def test_signing_out_leads_somewhere_or_is_nothing(identity_provider: IdentityProvider) -> None:
    url = identity_provider.sign_out(assertion="token", back_to="http://127.0.0.1:8000/")

    assert url is None or "post_logout_redirect_uri" in url


def test_the_check_passes_on_a_good_rig(identity_provider: IdentityProvider) -> None:
    identity_provider.check()
