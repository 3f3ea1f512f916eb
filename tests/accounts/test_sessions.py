"""A session changes its name at each sign-in, ends when it is not used, and ends for good."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connections, router
from django.test import Client, RequestFactory
from django.utils import timezone

from eok.accounts import provider as the_provider
from eok.accounts.flows import new_flow
from eok.accounts.models import Officer
from tests.accounts.officers import PASSWORD, came_in, code, give_code, give_password
from tests.accounts.walk import CALLBACK, sent_away, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import chosen

pytestmark = pytest.mark.django_db(databases="__all__")


def cookie(client: Client) -> str:
    return client.cookies["eok_session"].value


def age(client: Client, **by: int) -> None:
    """As if the session had not been used for so long."""
    rows = Session.objects.filter(session_key=cookie(client))
    rows.update(expire_date=rows.get().expire_date - timedelta(**by))


def test_a_resident_gets_a_new_session_name(client: Client, provider: Running) -> None:
    """Session fixation: what somebody planted before is worth nothing after."""
    url = sent_away(client)
    planted = cookie(client)
    answer = chosen(provider.http, url, "demo-hong")
    client.get(CALLBACK, answer)

    thief = Client()
    thief.cookies["eok_session"] = planted

    assert cookie(client) != planted
    assert client.get("/my/").status_code == 200
    assert thief.get("/my/").status_code == 302


def test_an_officer_gets_a_new_name_after_each_factor(client: Client, officer: Officer) -> None:
    client.post("/desk/sign-in/", {"login": "nobody", "password": PASSWORD})
    give_password(client, officer.login)
    half_way = cookie(client)
    give_code(client, code())

    thief = Client()
    thief.cookies["eok_session"] = half_way

    assert cookie(client) != half_way
    assert thief.get("/desk/").status_code == 302


def test_the_password_alone_opens_nothing(client: Client, officer: Officer) -> None:
    give_password(client, officer.login)

    assert client.get("/desk/").status_code == 302


def test_an_officer_is_out_after_half_an_hour_without_a_request(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    age(client, minutes=29)
    still = client.get("/desk/").status_code
    age(client, minutes=31)

    assert still == 200
    assert client.get("/desk/").status_code == 302


def test_use_prolongs_and_an_unused_minute_is_not_written(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    age(client, minutes=29)
    prolonged = client.get("/desk/")
    after_first = Session.objects.get(session_key=cookie(client)).expire_date
    again = client.get("/desk/")

    assert after_first > timezone.now() + timedelta(minutes=29)
    assert prolonged.cookies["eok_session"]["max-age"] == 30 * 60
    assert prolonged.cookies["eok_session"]["httponly"]
    assert "eok_session" not in again.cookies


def test_prolonging_undoes_nothing_of_a_request_at_the_same_time(client: Client, provider: Running) -> None:
    signed_in(client, provider)
    session = client.session
    session["signature"] = "made meanwhile"
    session.save()
    age(client, minutes=29)

    client.get("/my/")

    assert client.session["signature"] == "made meanwhile"


@pytest.mark.parametrize("kind", ["officer", "person"])
def test_nobody_stays_longer_than_twelve_hours(
    client: Client, officer: Officer, provider: Running, kind: str
) -> None:
    signed_in(client, provider)
    came_in(client, officer)
    session = client.session
    session[kind]["since"] -= 12 * 3600 + 1
    session.save()

    assert client.get("/desk/").status_code == (302 if kind == "officer" else 200)
    assert client.get("/my/").status_code == (302 if kind == "person" else 200)


def test_templates_know_how_long_one_may_stay(client: Client, officer: Officer, provider: Running) -> None:
    signed_in(client, provider)
    as_resident = client.get("/my/").wsgi_request
    came_in(client, officer)
    as_both = client.get("/my/").wsgi_request
    anonymous = Client().get("/").wsgi_request

    left = [vars(request)["session_seconds"] for request in (as_resident, as_both, anonymous)]
    assert left == [3600, 1800, None]


def test_another_person_in_the_same_browser_finds_nothing_of_the_first(
    client: Client, provider: Running
) -> None:
    signed_in(client, provider)
    session = client.session
    session["signature"] = "of the first"
    session.save()
    other = Client()
    other.cookies["eok_session"] = cookie(client)
    answer = chosen(provider.http, _sent_away_while_in(client), "demo-harin")

    client.get(CALLBACK, answer)

    assert "signature" not in client.session
    assert other.get("/my/").status_code == 302


def _sent_away_while_in(client: Client) -> str:
    """A second window that stood at the door before the first one went in."""
    request = RequestFactory().get("/")
    request.session = client.session
    url = the_provider.send(request, new_flow(back_to="/my/", asked_at=0))
    request.session.save()
    return url


def test_a_full_disk_at_prolonging_does_not_take_the_page_away(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    age(client, minutes=29)

    with refused_updates(Session._meta.db_table):
        page = client.get("/desk/")

    assert page.status_code == 200
    assert "eok_session" not in page.cookies


@contextmanager
def refused_updates(table: str) -> Iterator[None]:
    """The database takes no change of this table, as SQLite says it."""

    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # Any: Django's hook
        if sql.startswith(f'UPDATE "{table}"'):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connections[router.db_for_write(Session)].execute_wrapper(refuse):
        yield
