"""Who is not in costs nothing: no query, no cookie, so that pages can be kept as bytes for everyone."""

from contextlib import ExitStack

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eok.accounts.sessions import OFFICER, PERSON


@pytest.mark.django_db(databases="__all__")
def test_no_query_and_no_cookie(client: Client) -> None:
    with ExitStack() as watched:
        queries = [watched.enter_context(CaptureQueriesContext(c)) for c in connections.all()]
        response = client.get("/")

    assert [list(captured) for captured in queries] == [[]] * len(queries)
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.django_db(databases="__all__")
def test_a_made_up_session_is_nobody(client: Client) -> None:
    client.cookies["eok_session"] = "a" * 32

    assert client.get("/my/").status_code == 302
    assert client.get("/desk/").status_code == 302


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize(
    "entry",
    [
        {PERSON: {"id": "5ad3cf5e-0000-4000-8000-000000000000", "since": 9_999_999_999}},
        {OFFICER: {"id": 1, "epoch": 0, "since": 9_999_999_999}},
    ],
)
def test_a_session_of_somebody_who_is_gone_is_nobody(client: Client, entry: dict[str, object]) -> None:
    session = client.session
    session.update(entry)
    session.save()
    client.cookies["eok_session"] = session.session_key or ""

    assert client.get("/my/").status_code == 302
    assert client.get("/desk/").status_code == 302
