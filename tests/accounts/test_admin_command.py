"""`./eok admin`: make, see, stop and set anew; what can't be done says why and changes nothing."""

import io
import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from eok.accounts.models import Grant, Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.offices.queries import departments
from tests.accounts.officers import came_in

pytestmark = pytest.mark.django_db(databases="__all__")

CREATE = ["create", "--login", "minji", "--name", "한민지", "--department", "economy", "--title", "팀장"]


def said(*words: str) -> str:
    out = io.StringIO()
    call_command("admin", *words, stdout=out)
    return out.getvalue()


def link_of(text: str) -> str:
    found = re.search(r"^https?://\S+(/desk/setup/\S+/)$", text, re.M)
    assert found, text
    return found[1]


def test_create_prints_a_link_that_opens(client: Client, settings: Settings) -> None:
    settings.EOK_DESK_URL = "https://eok.example"

    text = said(*CREATE, "--role", "officer", "--role", "team_lead", "--service", "mail-order-report")

    grants = set(Grant.objects.values_list("role", "department", "service_id"))
    assert "https://eok.example/desk/setup/" in text
    assert client.get(link_of(text)).status_code == 200
    assert grants == {(role, "economy", "mail-order-report") for role in ("officer", "team_lead")}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--login", "Min Ji"], "쓸 수 없습니다"),
        (["--login", "a" * 41], "쓸 수 없습니다"),
        (["--department", "nowhere"], "부서 목록에 없습니다"),
    ],
)
def test_create_says_what_is_wrong(words: list[str], reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        said(*CREATE, "--role", "officer", *words)

    assert not Officer.objects.exists()


def test_a_login_is_given_once(officer: Officer) -> None:
    with pytest.raises(CommandError, match="이미 있습니다"):
        said(*CREATE, "--role", "officer", "--login", officer.login)

    assert Officer.objects.count() == 1


def test_help_says_what_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        said("create", "--help")

    shown = " ".join(capsys.readouterr().out.split())
    assert "영문 소문자로 시작해" in shown
    assert "담당자로 나옵니다" in shown
    assert all(f"{one.key}({one.name})" in shown for one in departments(clock.seoul_now().date()))


def test_list_for_people_and_for_programs(officer: Officer) -> None:
    [line] = json.loads(said("list", "--json"))

    assert "hana\t이하나 주무관\teconomy\tofficer" in said("list")
    assert (line["login"], line["roles"], line["active"], line["ready"]) == ("hana", ["officer"], True, True)


def test_disable_closes_the_open_session_too(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    before = client.get("/desk/").status_code

    text = said("disable", officer.login)

    assert before == 200
    assert "들어올 수 없습니다" in text
    assert client.get("/desk/").status_code == 302
    assert came_in(Client(), officer).status_code != 302
    assert "(막힘)" in said("list")


def test_reset_closes_and_gives_a_new_link(client: Client, officer: Officer) -> None:
    came_in(client, officer)

    link = link_of(said("reset", officer.login))

    assert client.get("/desk/").status_code == 302
    assert client.get(link).status_code == 200
    assert Officer.objects.get().password == ""


def test_who_left_is_not_set_anew(officer: Officer) -> None:
    said("disable", officer.login)

    with pytest.raises(CommandError, match="새 아이디"):
        said("reset", officer.login)


@pytest.mark.parametrize("verb", ["disable", "reset"])
def test_nobody_of_that_login(verb: str) -> None:
    with pytest.raises(CommandError, match="없습니다"):
        said(verb, "nobody")


def test_every_role_can_be_given() -> None:
    said(*CREATE, *(word for role in Role for word in ("--role", role.value)))

    assert Grant.objects.count() == len(Role)
