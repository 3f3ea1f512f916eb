"""Somebody holds the writers' queue too long: the page says so with 503, and nothing is saved."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from eok import run
from eok.accounts.models import SignInRecord
from eok.core.sqlite import queue
from eok.core.sqlite.queue import WriteQueue

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program writes into our database and does not stop."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no queue")
    connection.ensure_connection()
    monkeypatch.setattr(queue, "WAIT_SECONDS", 0.2)
    other = WriteQueue(Path(f"{connection.settings_dict['NAME']}.lock"))
    other.enter()
    yield
    other.leave()


def test_the_page_says_that_nothing_was_saved(client: Client, held: None) -> None:
    response = client.post("/desk/sign-in/", {"login": "nobody", "password": "wrong"})

    assert response.status_code == 503
    assert "방금 보낸 것은 저장되지 않았고" in response.content.decode()
    assert "자료를 쓰고 있는 것" not in response.content.decode()
    assert not SignInRecord.objects.exists()


def test_a_command_ends_with_the_sentence_and_who_holds_it(
    held: None, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "admin",
        "create",
        "--login",
        "kim",
        "--name",
        "김담당",
        "--department",
        "economy",
        "--role",
        "officer",
    ]
    with pytest.raises(SystemExit) as ended:
        run.main(words)

    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert "자료를 쓸 차례가 오지 않았습니다" in said
    assert f"(자료를 쓰고 있는 것: {os.getpid()}" in said
