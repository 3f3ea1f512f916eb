"""The one-time link of a new officer: opens once, for a while, and ends with recovery codes."""

import io
import re
from datetime import timedelta

import pytest
import zxingcpp
from django.test import Client
from PIL import Image

from eok.accounts import passwords, second_factor
from eok.accounts.actions import invite
from eok.accounts.actions.set_up import open_link, secret_of, set_up
from eok.accounts.errors import SetupLinkError
from eok.accounts.models import Officer, RecoveryCode, SetupLink
from eok.gate import machine_time
from tests.accounts.officers import PASSWORD, came_in, give_code, give_password
from tests.accounts.response import Response

pytestmark = pytest.mark.django_db(databases="__all__")

NEW = "고래 등대 소나기 우표"


def finish(client: Client, token: str, *, password: str = NEW, again: str = NEW, code: str = "") -> Response:
    link = open_link(token)
    shown = second_factor.code_at(secret_of(link), machine_time.seconds())
    form = {"password": password, "again": again, "code": code or shown}
    return client.post(f"/desk/setup/{token}/", form)


def test_from_the_link_to_the_desk(client: Client, officer: Officer) -> None:
    token = invite.reset(officer)
    secret = secret_of(open_link(token))

    done = finish(client, token)

    codes = re.findall(r"[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}", done.content.decode())
    give_password(client, officer.login, NEW)
    entered = give_code(client, second_factor.code_at(secret, machine_time.seconds() + 30))
    assert len(codes) == 8
    assert entered["Location"] == "/desk/"


def test_the_page_shows_the_secret_as_picture_and_as_letters(client: Client, officer: Officer) -> None:
    token = invite.invite(officer)
    secret = secret_of(open_link(token))

    page = client.get(f"/desk/setup/{token}/").content.decode()
    picture = client.get(f"/desk/setup/{token}/qr.png")

    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.content)))
    assert second_factor.in_fours(secret) in page
    assert f'src="/desk/setup/{token}/qr.png"' in page
    assert "data:" not in page
    assert f"secret={secret}" in found.text
    assert "no-store" in picture["Cache-Control"]


def test_the_code_that_joined_the_app_does_not_open_the_desk(client: Client, officer: Officer) -> None:
    token = invite.reset(officer)
    shown = second_factor.code_at(secret_of(open_link(token)), machine_time.seconds())
    finish(client, token, code=shown)

    give_password(client, officer.login, NEW)

    assert give_code(client, shown).status_code == 422


@pytest.mark.parametrize("way", ["", "qr.png"])
def test_a_used_link_is_closed(client: Client, officer: Officer, way: str) -> None:
    token = invite.reset(officer)
    finish(client, token)

    response = client.get(f"/desk/setup/{token}/{way}")

    assert response.status_code == 404
    assert "이미 썼거나 기한이 지났습니다" in response.content.decode()
    assert client.post(f"/desk/setup/{token}/", {"password": PASSWORD}).status_code == 404


def test_a_link_used_twice_at_once_works_once(officer: Officer) -> None:
    token = invite.reset(officer)
    first, second = open_link(token), open_link(token)
    shown = second_factor.code_at(secret_of(first), machine_time.seconds())
    set_up(first, password=NEW, again=NEW, code=shown)

    with pytest.raises(SetupLinkError):
        set_up(second, password=PASSWORD, again=PASSWORD, code=shown)

    assert passwords.matches(NEW, Officer.objects.get(pk=officer.pk).password)


def test_an_old_a_replaced_and_a_made_up_link_are_closed(client: Client, officer: Officer) -> None:
    old = invite.invite(officer)
    SetupLink.objects.update(expires_at=machine_time.now() - timedelta(seconds=1))
    replaced = invite.invite(officer)
    invite.invite(officer)

    answers = {client.get(f"/desk/setup/{token}/").status_code for token in (old, replaced, "made-up")}

    assert answers == {404}


@pytest.mark.parametrize(
    ("password", "again", "code", "words"),
    [
        ("short", "short", "", "5자입니다"),
        ("password1234", "password1234", "", "짐작하기 쉬운"),
        (NEW, NEW + "!", "", "서로 다릅니다"),
        (NEW, NEW, "000000", "인증번호가 맞지 않거나"),
    ],
)
def test_what_is_wrong_stands_at_its_place_and_nothing_is_kept(
    client: Client, officer: Officer, password: str, again: str, code: str, words: str
) -> None:
    token = invite.reset(officer)

    response = finish(client, token, password=password, again=again, code=code)

    officer.refresh_from_db()
    assert response.status_code == 422
    assert words in response.content.decode()
    assert password not in response.content.decode()
    assert officer.password == ""
    assert client.get(f"/desk/setup/{token}/").status_code == 200


def test_the_token_is_nowhere_in_the_database(officer: Officer) -> None:
    token = invite.invite(officer)

    row = SetupLink.objects.get()

    assert token not in (row.digest, str(row))
    assert len(row.digest) == 64


def test_setting_up_anew_ends_the_sessions_of_before(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    token = invite.invite(officer)
    before = client.get("/desk/").status_code

    finish(Client(), token)

    assert before == 200
    assert client.get("/desk/").status_code == 302
    assert RecoveryCode.objects.count() == 8
