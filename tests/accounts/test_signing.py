"""A declaration is signed by proving anew who one is, over its digest; nobody and nothing else counts."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from joserfc import jwt
from joserfc.jwk import ECKey

from eok.accounts.actions.sign import begin_signature, signed
from eok.accounts.models import Person, Signature
from eok.core import clock, sealed
from tests.accounts.response import Response
from tests.accounts.walk import came_back, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import came_back as answered
from tests.simulators.walk import chosen, opened, pressed

pytestmark = pytest.mark.django_db(databases="__all__")

DIGEST = hashlib.sha256("통신판매업 신고서".encode()).hexdigest()
REVIEW = "/apply/mail-order-report/?step=review"


def request_of(client: Client) -> HttpRequest:
    """A request in the client's session; what it writes there is saved by `begun`."""
    request = RequestFactory().get("/")
    request.session = client.session
    return request


def begun(client: Client, person: Person, digest: str = DIGEST) -> str:
    request = request_of(client)
    url = begin_signature(request, person, digest, "filing", REVIEW)
    request.session.save()
    return url


def signs(client: Client, provider: Running, subject: str = "demo-haneul", digest: str = DIGEST) -> Response:
    url = begun(client, Person.objects.get(), digest)
    return came_back(client, chosen(provider.http, url, subject))


@pytest.fixture
def haneul(client: Client, provider: Running) -> Person:
    signed_in(client, provider, "demo-haneul")
    return Person.objects.get()


def test_comes_back_with_the_proof(client: Client, provider: Running, haneul: Person) -> None:
    response = signs(client, provider)

    signature = signed(request_of(client), haneul, DIGEST)
    assert response["Location"] == REVIEW
    assert signature is not None
    assert (signature.person, signature.digest, signature.purpose) == (haneul, DIGEST, "filing")
    assert abs(signature.authenticated_at - clock.now()) < timedelta(minutes=1)


def test_the_proof_verifies_without_the_provider(client: Client, provider: Running, haneul: Person) -> None:
    signs(client, provider)
    kept = Signature.objects.get()

    proof = sealed.unseal(bytes(kept.wrapped_key), bytes(kept.assertion), context=f"signature:{kept.pk}")
    token = jwt.decode(proof["token"], ECKey.import_key(json.loads(proof["key"])), algorithms=["ES256"])

    assert (token.claims["nonce"], token.claims["name"]) == (DIGEST, "김하늘")


def test_it_counts_for_that_text_that_purpose_and_that_person(
    client: Client, provider: Running, haneul: Person
) -> None:
    signs(client, provider)
    request = request_of(client)
    other = Person.objects.create(subject_digest="x", created_at=clock.now(), last_seen_at=clock.now())

    assert signed(request, haneul, hashlib.sha256(b"changed").hexdigest()) is None
    assert signed(request, haneul, DIGEST, "withdrawal") is None
    assert signed(request, other, DIGEST) is None
    assert signed(request_of(Client()), haneul, DIGEST) is None


def test_another_person_answers(client: Client, provider: Running, haneul: Person) -> None:
    response = signs(client, provider, subject="demo-hong")

    page = response.content.decode()
    assert response.status_code == 403
    assert "다른 사람이 서명했습니다" in page
    assert f'href="{REVIEW}"' in page
    assert not Signature.objects.exists()
    assert client.get("/my/").status_code == 200


def test_the_provider_signs_another_text(client: Client, provider: Running, haneul: Person) -> None:
    provider.control(forgery="nonce")

    assert signs(client, provider).status_code == 403
    assert not Signature.objects.exists()


def test_the_provider_uses_an_old_proof(client: Client, provider: Running, haneul: Person) -> None:
    provider.control(forgery="stale")

    assert signs(client, provider).status_code == 403
    assert not Signature.objects.exists()


def test_a_proof_from_before_the_start(client: Client, provider: Running, haneul: Person) -> None:
    """The provider may think half a minute fresh enough; a signature was not asked for then."""
    with clock.freeze(clock.now() + timedelta(seconds=30)):
        response = signs(client, provider)

    assert response.status_code == 403
    assert "서명을 요청하기 전에" in response.content.decode()
    assert not Signature.objects.exists()


def test_cancelling_leads_back_to_the_review(client: Client, provider: Running, haneul: Person) -> None:
    url = begun(client, haneul)
    answer = answered(pressed(provider.http, opened(provider.http, url), cancel="1"))

    response = came_back(client, answer)

    assert response.status_code == 403
    assert f'href="{REVIEW}"' in response.content.decode()


def test_a_sign_in_is_no_signature(client: Client, provider: Running, haneul: Person) -> None:
    """The answer to a sign-in, sent where a signature is awaited."""
    url = begun(client, haneul)
    state = chosen(provider.http, url, "demo-haneul")["state"]
    sign_in = Client().post("/accounts/sign-in/", {"next": "/my/"})["Location"]
    code = chosen(provider.http, sign_in, "demo-haneul")["code"]

    assert came_back(client, {"state": state, "code": code}).status_code == 403
    assert not Signature.objects.exists()


def test_who_left_meanwhile_signs_nothing(client: Client, provider: Running, haneul: Person) -> None:
    url = begun(client, haneul)
    client.post("/accounts/sign-out/")

    assert came_back(client, chosen(provider.http, url, "demo-haneul")).status_code == 400
    assert not Signature.objects.exists()


@pytest.mark.parametrize("digest", ["", "abc", DIGEST.upper(), DIGEST + "0", f" {DIGEST[1:]}"])
def test_only_a_digest_can_be_signed(client: Client, provider: Running, haneul: Person, digest: str) -> None:
    with pytest.raises(ValueError, match="64"):
        begun(client, haneul, digest)
