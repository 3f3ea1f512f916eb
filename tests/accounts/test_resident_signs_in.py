"""A resident comes in through the provider, lands where they were going, and leaves (전자정부법 §10)."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts import queries
from eok.accounts.models import Person, SignInRecord
from tests.accounts.walk import SIGN_IN, came_back, sent_away, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import chosen

pytestmark = pytest.mark.django_db(databases="__all__")


def test_comes_in_and_lands_where_it_began(client: Client, provider: Running) -> None:
    response = signed_in(client, provider, "demo-haneul", back_to="/apply/mail-order-report/?page=2")

    assert (response.status_code, response["Location"]) == (302, "/apply/mail-order-report/?page=2")
    assert "김하늘" in client.get("/my/").content.decode()


def test_a_guarded_page_sends_to_the_door_with_the_way_back(client: Client) -> None:
    response = client.get("/apply/mail-order-report/?page=2")

    assert response["Location"] == "/accounts/sign-in/?next=%2Fapply%2Fmail-order-report%2F%3Fpage%3D2"


def test_the_door_says_what_is_received_and_that_it_is_a_trial(client: Client) -> None:
    page = client.get(f"{SIGN_IN}?next=/my/").content.decode()

    assert all(
        word in page for word in ("생년월일", "연계정보", "주민등록번호는 묻지 않아요", "시험용 간편인증")
    )
    assert "전자정부법 시행령 제12조제2항" in page


def test_what_was_confirmed_is_kept_and_read_back(client: Client, provider: Running) -> None:
    signed_in(client, provider, "demo-seolmui")

    profile = queries.profile(Person.objects.get())

    assert (profile.name, profile.birth_date, profile.phone) == ("설믜", date(1998, 6, 15), "010-0000-0005")
    assert profile.as_dict()["birth_date"] == "1998-06-15"
    assert "설믜" not in repr(profile)


def test_the_same_person_is_known_again(client: Client, provider: Running) -> None:
    signed_in(client, provider)
    signed_in(Client(), provider)
    signed_in(Client(), provider, "demo-hanja")

    assert Person.objects.count() == 2


def test_who_is_in_already_is_not_asked_again(client: Client, provider: Running) -> None:
    signed_in(client, provider)

    assert client.get(f"{SIGN_IN}?next=/my/")["Location"] == "/my/"


def test_leaving_ends_the_session_here_and_at_the_provider(client: Client, provider: Running) -> None:
    signed_in(client, provider)
    name = client.cookies["eok_session"].value

    response = client.post("/accounts/sign-out/")

    assert response["Location"].startswith(f"{provider.url}/")
    assert "post_logout_redirect_uri" in response["Location"]
    client.cookies["eok_session"] = name
    assert client.get("/my/").status_code == 302


def test_leaving_works_while_the_provider_is_away(
    client: Client, provider: Running, settings: Settings
) -> None:
    signed_in(client, provider)
    settings.EOK_IDENTITY = "eok.linkage.adapters.manual.Identity"

    assert client.post("/accounts/sign-out/")["Location"] == "/"
    assert client.get("/my/").status_code == 302


def test_leaving_takes_a_deliberate_press(client: Client, provider: Running) -> None:
    signed_in(client, provider)

    assert client.get("/accounts/sign-out/").status_code == 405
    assert client.get("/my/").status_code == 200


def test_each_coming_and_going_is_recorded(client: Client, provider: Running) -> None:
    signed_in(client, provider)
    client.post("/accounts/sign-out/")

    lines = list(SignInRecord.objects.order_by("pk").values_list("who", "how", "outcome"))

    person = str(Person.objects.get().pk)
    assert lines == [(person, "identity", "in"), (person, "sign_out", "out")]


def test_without_a_provider_it_says_where_to_go(client: Client, settings: Settings) -> None:
    settings.EOK_IDENTITY = "eok.linkage.adapters.manual.Identity"

    response = client.post(SIGN_IN, {"next": "/my/"})

    assert response.status_code == 503
    assert "민원실" in response.content.decode()


def test_two_windows_may_be_at_the_provider_at_once(client: Client, provider: Running) -> None:
    first, second = sent_away(client, back_to="/my/?a"), sent_away(client, back_to="/my/?b")

    assert came_back(client, chosen(provider.http, first, "demo-hong"))["Location"] == "/my/?a"
    assert second != first
