"""Answers that are forged, late, twice, or about another request let nobody in; each says what to do."""

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts.models import Person, SignInRecord
from tests.accounts.walk import CALLBACK, came_back, sent_away, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import came_back as answered
from tests.simulators.walk import chosen, opened, pressed

pytestmark = pytest.mark.django_db(databases="__all__")


def is_in(client: Client) -> bool:
    return client.get("/my/").status_code == 200


def test_an_answer_nobody_asked_for(client: Client, provider: Running) -> None:
    response = client.get(f"{CALLBACK}?state=made-up&code=made-up")

    assert response.status_code == 400
    assert "찾을 수 없습니다" in response.content.decode()
    assert not is_in(client)


def test_an_answer_to_another_browser(client: Client, provider: Running) -> None:
    """Login CSRF: the attacker's own answer, slipped to somebody else."""
    attackers = chosen(provider.http, sent_away(Client()), "demo-harin")

    response = came_back(client, attackers)

    assert response.status_code == 400
    assert not is_in(client)


def test_an_answer_counts_once(client: Client, provider: Running) -> None:
    answer = chosen(provider.http, sent_away(client), "demo-hong")
    came_back(client, answer)
    client.post("/accounts/sign-out/")

    response = came_back(client, answer)

    assert response.status_code == 400
    assert not is_in(client)


def test_a_stolen_code_does_not_fit_another_request(client: Client, provider: Running) -> None:
    """PKCE: the code of the victim's request, sent with the thief's own state."""
    victims = chosen(provider.http, sent_away(Client()), "demo-hong")
    thiefs = chosen(provider.http, sent_away(client), "demo-harin")

    response = came_back(client, {"state": thiefs["state"], "code": victims["code"]})

    assert response.status_code == 403
    assert not is_in(client)


def test_an_answer_after_a_quarter_of_an_hour(client: Client, provider: Running) -> None:
    answer = chosen(provider.http, sent_away(client), "demo-hong")
    session = client.session
    session["flows"][answer["state"]]["begun"] -= 15 * 60 + 1
    session.save()

    response = came_back(client, answer)

    assert response.status_code == 400
    assert not is_in(client)


@pytest.mark.parametrize(
    "forgery",
    [
        "nonce",
        "audience",
        "issuer",
        "expired",
        "signature",
        "unsigned",
        "unknown_key",
        "access_token",
        "nameless",
    ],
)
def test_a_forged_word_of_the_provider(client: Client, provider: Running, forgery: str) -> None:
    provider.control(forgery=forgery)

    response = signed_in(client, provider)

    assert response.status_code == 403
    assert "다시 해 주세요" in response.content.decode() or "골라 주세요" in response.content.decode()
    assert not is_in(client)
    assert not Person.objects.exists()
    assert SignInRecord.objects.get().outcome == "refused"


def test_cancelling_keeps_the_way_on(client: Client, provider: Running) -> None:
    url = sent_away(client, back_to="/apply/mail-order-report/")
    answer = answered(pressed(provider.http, opened(provider.http, url), cancel="1"))

    response = came_back(client, answer)

    page = response.content.decode()
    assert response.status_code == 403
    assert "취소했습니다" in page
    assert "적은 내용은 그대로 있습니다" in page
    assert 'name="next" value="/apply/mail-order-report/"' in page


def test_a_provider_that_does_not_answer(client: Client, provider: Running) -> None:
    answer = chosen(provider.http, sent_away(client), "demo-hong")
    provider.control(mode="error")

    response = came_back(client, answer)

    assert response.status_code == 503
    assert "본인확인 다시 하기" in response.content.decode()
    assert not is_in(client)


def test_a_provider_that_is_not_there(client: Client, settings: Settings) -> None:
    settings.EOK_IDENTITY = "eok.linkage.adapters.oidc.Provider"
    settings.EOK_IDENTITY_URL = "http://127.0.0.1:9"

    response = client.post("/accounts/sign-in/", {"next": "/my/"})

    assert response.status_code == 503
    assert "본인확인 다시 하기" in response.content.decode()
    assert not client.session.get("flows")


def test_a_name_of_the_provider_given_to_another_person(client: Client, provider: Running) -> None:
    signed_in(client, provider)
    Person.objects.update(ci_digest="of somebody else")

    response = signed_in(Client(), provider)

    assert response.status_code == 403
    assert "맞지 않습니다" in response.content.decode()
