"""Personal data is readable nowhere but on the page: not in rows, sessions, addresses or logs (P7, P8)."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from eok.accounts.models import Officer
from tests.accounts.officers import PASSWORD, SECRET, came_in, give_password
from tests.accounts.walk import CALLBACK, sent_away, signed_in
from tests.simulators.process import Running
from tests.simulators.walk import chosen

pytestmark = pytest.mark.django_db(databases="__all__")

HANEUL = ("김하늘", "1991-09-03", "010-0000-0002", "demo-haneul")


def rows_of_accounts() -> str:
    """Everything our tables hold, as text; bytes as they are."""
    tables = [name for name in connection.introspection.table_names() if name.startswith("accounts_")]
    with connection.cursor() as cursor:
        found = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [str(bytes(v) if isinstance(v, memoryview) else v) for row in cursor for v in row]
    assert found
    return "\n".join(found)


def sessions() -> str:
    return "\n".join(str(row.get_decoded()) for row in Session.objects.all())


def test_a_residents_rows(client: Client, provider: Running) -> None:
    signed_in(client, provider, "demo-haneul")

    kept = rows_of_accounts()

    assert not [word for word in HANEUL if word in kept or str(word.encode())[2:-1] in kept]


def test_a_residents_session(client: Client, provider: Running) -> None:
    signed_in(client, provider, "demo-haneul")

    kept = sessions()

    assert "person" in kept
    assert not [word for word in (*HANEUL, "eyJ") if word in kept]


def test_addresses_and_logs(client: Client, provider: Running, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    url = sent_away(client)
    answer = chosen(provider.http, url, "demo-haneul")

    response = client.get(CALLBACK, answer)

    seen = "\n".join([url, response["Location"], str(answer), caplog.text])
    assert not [word for word in HANEUL[:3] if word in seen]


def test_an_officers_rows_and_session(client: Client, officer: Officer) -> None:
    came_in(client, officer)

    kept = rows_of_accounts() + sessions()

    assert PASSWORD not in kept
    assert SECRET not in kept


def test_what_was_typed_as_a_login_is_not_kept(client: Client, officer: Officer) -> None:
    """People type passwords into the wrong box."""
    give_password(client, "my-secret-password", "x")

    assert "my-secret-password" not in rows_of_accounts() + sessions()
    assert "127.0.0.1" not in rows_of_accounts()
