"""The adapter against an OpenID provider written by others (npm oidc-provider)."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from eok.core import clock
from eok.linkage.adapters.oidc import Provider
from eok.linkage.errors import IdentityRefusedError, LinkageError
from eok.linkage.ports import Acr, Identity
from tests.linkage.adapters.test_oidc import BACK, VERIFIER, provider_at
from tests.simulators.peer import Browser, peer

DIGEST = hashlib.sha256("신고서".encode()).hexdigest()
LATER_SECONDS = 1200


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with peer(BACK) as url:
        yield url


@pytest.fixture
def browser() -> Iterator[Browser]:
    opened = Browser()
    yield opened
    opened.close()


def begun(provider: Provider, browser: Browser, acr: Acr, nonce: str) -> str:
    url = provider.begin(state="s-1", nonce=nonce, code_verifier=VERIFIER, redirect_uri=BACK, acr=acr)
    back = browser.walk(url, BACK, "node-haneul")
    assert back["state"] == "s-1", back
    return back["code"]


def finished(provider: Provider, code: str, acr: Acr, nonce: str) -> Identity:
    return provider.finish(code=code, code_verifier=VERIFIER, nonce=nonce, redirect_uri=BACK, acr=acr)


def test_signs_in_by_the_userinfo_endpoint(issuer: str, browser: Browser) -> None:
    provider = provider_at(issuer)

    person = finished(provider, begun(provider, browser, Acr.SIGN_IN, "n-1"), Acr.SIGN_IN, "n-1")

    assert (person.subject, person.name, person.phone) == ("node-haneul", "김하늘", "010-0000-0002")
    assert (person.birth_date, person.ci) == (date(1991, 9, 3), "CI")


def test_signing_asks_again_although_a_session_is_open(issuer: str, browser: Browser) -> None:
    provider = provider_at(issuer)
    first = finished(provider, begun(provider, browser, Acr.SIGN_IN, "n-1"), Acr.SIGN_IN, "n-1")

    signed = finished(provider, begun(provider, browser, Acr.SIGN, DIGEST), Acr.SIGN, DIGEST)

    assert signed.subject == first.subject
    assert signed.authenticated_at >= first.authenticated_at


def test_an_old_session_signs_in_but_does_not_sign(issuer: str, browser: Browser) -> None:
    provider = provider_at(issuer)
    to_sign_in = begun(provider, browser, Acr.SIGN_IN, DIGEST)
    to_sign = begun(provider, browser, Acr.SIGN_IN, DIGEST)
    later = datetime.fromtimestamp(clock.now().timestamp() + LATER_SECONDS, UTC)

    with clock.freeze(later):
        assert finished(provider, to_sign_in, Acr.SIGN_IN, DIGEST).name == "김하늘"
        with pytest.raises(IdentityRefusedError):
            finished(provider, to_sign, Acr.SIGN, DIGEST)


def test_a_code_works_once(issuer: str, browser: Browser) -> None:
    provider = provider_at(issuer)
    code = begun(provider, browser, Acr.SIGN_IN, "n-1")
    finished(provider, code, Acr.SIGN_IN, "n-1")

    with pytest.raises(IdentityRefusedError):
        finished(provider, code, Acr.SIGN_IN, "n-1")


def test_the_check_knows_good_from_wrong_credentials(issuer: str) -> None:
    provider_at(issuer).check()

    with pytest.raises(LinkageError, match="EOK_IDENTITY_SECRET"):
        provider_at(issuer, secret="guessed").check()


def test_signing_out_is_offered(issuer: str) -> None:
    assert (provider_at(issuer).sign_out(assertion="t", back_to=BACK) or "").startswith(
        f"{issuer}/session/end?"
    )
