"""Signing in and signing a declaration through the simulator, as a browser without scripts does."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from eok.linkage.adapters.oidc import Provider
from eok.linkage.errors import IdentityRefusedError, LinkageError, OutcomeUnknownError
from eok.linkage.ports import Acr, Identity
from tests.linkage.lines import CALM, IMPATIENT, line
from tests.simulators.process import SECRET, Running, running
from tests.simulators.walk import chosen

BACK = "http://127.0.0.1:8000/back/"
VERIFIER = "v" * 43
DIGEST = hashlib.sha256("신고서".encode()).hexdigest()


def provider_at(url: str, *, secret: str = SECRET, impatient: bool = False) -> Provider:
    return Provider(line("identity", url, patience=IMPATIENT if impatient else CALM), url, "eok", secret)


@contextmanager
def rig(port: type) -> Iterator[Provider]:
    with running("identity") as simulator:
        yield provider_at(simulator.url)


@pytest.fixture
def provider(identity: Running) -> Provider:
    return provider_at(identity.url)


def coded(
    identity: Running, provider: Provider, subject: str, acr: Acr = Acr.SIGN_IN, nonce: str = "n-1"
) -> str:
    """The code somebody comes back with."""
    url = provider.begin(state="s-1", nonce=nonce, code_verifier=VERIFIER, redirect_uri=BACK, acr=acr)
    back = chosen(identity.http, url, subject)
    assert back["state"] == "s-1"
    return back["code"]


def finished(provider: Provider, code: str, acr: Acr = Acr.SIGN_IN, nonce: str = "n-1") -> Identity:
    return provider.finish(code=code, code_verifier=VERIFIER, nonce=nonce, redirect_uri=BACK, acr=acr)


def test_signs_in(identity: Running, provider: Provider) -> None:
    person = finished(provider, coded(identity, provider, "demo-haneul"))

    assert (person.subject, person.name, person.phone) == ("demo-haneul", "김하늘", "010-0000-0002")
    assert person.birth_date == date(1991, 9, 3)
    assert len(person.ci) == 88
    assert person.authenticated_at.tzinfo is not None


@pytest.mark.parametrize(("subject", "name"), [("demo-seolmui", "설믜"), ("demo-hanja", "柳夏潾")])
def test_rare_names_arrive_whole(identity: Running, provider: Provider, subject: str, name: str) -> None:
    assert finished(provider, coded(identity, provider, subject)).name == name


def test_a_signature_is_kept_as_proof_that_outlives_the_providers_keys(
    identity: Running, provider: Provider
) -> None:
    code = coded(identity, provider, "demo-haneul", Acr.SIGN, DIGEST)
    person = finished(provider, code, Acr.SIGN, DIGEST)
    identity.control(rotate=True)

    proof = jwt.decode(
        person.assertion, ECKey.import_key(json.loads(person.assertion_key)), algorithms=["ES256"]
    )

    assert proof.claims["nonce"] == DIGEST
    assert (proof.claims["name"], proof.claims["sub"]) == ("김하늘", "demo-haneul")
    assert "d" not in json.loads(person.assertion_key)


def test_new_keys_of_the_provider_are_learned(identity: Running, provider: Provider) -> None:
    finished(provider, coded(identity, provider, "demo-hong"))
    for _ in range(3):
        identity.control(rotate=True)

    assert finished(provider, coded(identity, provider, "demo-hong")).name == "홍길동"


def test_a_code_works_once(identity: Running, provider: Provider) -> None:
    code = coded(identity, provider, "demo-hong")
    finished(provider, code)

    with pytest.raises(IdentityRefusedError, match="이미 쓴 확인"):
        finished(provider, code)


def test_a_stolen_code_is_worth_nothing_without_the_verifier(identity: Running, provider: Provider) -> None:
    code = coded(identity, provider, "demo-hong")

    with pytest.raises(IdentityRefusedError):
        provider.finish(code=code, code_verifier="w" * 43, nonce="n-1", redirect_uri=BACK)


def test_another_requests_nonce_is_refused(identity: Running, provider: Provider) -> None:
    code = coded(identity, provider, "demo-hong", nonce="n-1")

    with pytest.raises(IdentityRefusedError, match="믿을 수 없습니다"):
        finished(provider, code, nonce="n-2")


@pytest.mark.parametrize(
    ("mode", "error"), [("drop", OutcomeUnknownError), ("error", OutcomeUnknownError), ("busy", LinkageError)]
)
def test_a_provider_that_fails(identity: Running, mode: str, error: type[LinkageError]) -> None:
    provider = provider_at(identity.url, impatient=True)
    code = coded(identity, provider, "demo-hong")
    identity.control(mode=mode)

    with pytest.raises(error) as caught:
        finished(provider, code)

    assert type(caught.value) is error
    assert caught.value.retryable is True


def test_the_check_names_the_settings_of_wrong_credentials(identity: Running) -> None:
    with pytest.raises(LinkageError, match="EOK_IDENTITY_CLIENT, EOK_IDENTITY_SECRET"):
        provider_at(identity.url, secret="guessed").check()


def test_a_document_that_speaks_for_another_issuer_is_refused(identity: Running) -> None:
    elsewhere = identity.url.replace("127.0.0.1", "localhost")

    with pytest.raises(LinkageError, match="EOK_IDENTITY_URL"):
        provider_at(elsewhere).check()
