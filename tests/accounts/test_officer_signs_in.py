"""An officer comes in by password and code, never by one of them (전자정부법 §34, 시행령 §38)."""

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts.models import Officer, SignInRecord
from tests.accounts.officers import PASSWORD, came_in, code, give_code, give_password, made

pytestmark = pytest.mark.django_db(databases="__all__")


def test_comes_in_and_lands_where_it_began(client: Client, officer: Officer) -> None:
    response = came_in(client, officer, back_to="/desk/cases/?state=new")

    assert response["Location"] == "/desk/cases/?state=new"
    assert client.get("/desk/").content.decode() == "officer 이하나 일자리경제과 · 주무관"


def test_a_guarded_page_sends_to_the_door_with_the_way_back(client: Client) -> None:
    assert client.get("/desk/cases/?x=1")["Location"] == "/desk/sign-in/?next=%2Fdesk%2Fcases%2F%3Fx%3D1"


def test_the_login_may_be_typed_large(client: Client, officer: Officer) -> None:
    assert give_password(client, " HANA ")["Location"] == "/desk/sign-in/code/"


@pytest.mark.parametrize(
    ("login", "password"), [("hana", "wrong"), ("nobody", PASSWORD), ("hana", ""), ("", "")]
)
def test_one_sentence_for_whatever_was_wrong(
    client: Client, officer: Officer, login: str, password: str
) -> None:
    response = give_password(client, login, password)

    page = response.content.decode()
    assert response.status_code == 422
    assert "아이디나 비밀번호가 맞지 않습니다" in page
    assert 'href="#login"' in page
    assert "<title>오류: " in page
    assert f'value="{login}"' in page


def test_the_password_is_never_shown_again(client: Client, officer: Officer) -> None:
    page = give_password(client, "hana", "secret-that-was-typed").content.decode()

    assert "secret-that-was-typed" not in page


def test_a_wrong_code_says_so_and_asks_again(client: Client, officer: Officer) -> None:
    give_password(client, officer.login)

    response = give_code(client, "000000")

    assert response.status_code == 422
    assert "인증번호가 맞지 않거나 이미 썼습니다" in response.content.decode()
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize("typed", ["", "１２", "가나다라마바", "9" * 500, "000 000", "0" * 6 + "\x00"])
def test_anything_may_be_typed_as_a_code(client: Client, officer: Officer, typed: str) -> None:
    give_password(client, officer.login)

    assert give_code(client, typed).status_code == 422


def test_spaces_and_full_width_digits_are_no_mistake(client: Client, officer: Officer) -> None:
    give_password(client, officer.login)
    digits = code()
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in digits)

    assert give_code(client, f" {wide[:3]} {wide[3:]} ").status_code == 302


def test_the_code_is_asked_for_within_five_minutes(client: Client, officer: Officer) -> None:
    give_password(client, officer.login)
    session = client.session
    session["half_way"][2] -= 5 * 60 + 1
    session.save()

    response = give_code(client, code())

    assert response.status_code == 400
    assert "5분이 지났습니다" in response.content.decode()
    assert client.get("/desk/").status_code == 302


def test_the_code_page_alone_leads_to_the_beginning(client: Client) -> None:
    response = client.get("/desk/sign-in/code/")

    assert response.status_code == 400
    assert "아이디와 비밀번호부터" in response.content.decode()


def test_leaving_ends_it(client: Client, officer: Officer) -> None:
    came_in(client, officer)

    response = client.post("/desk/sign-out/")

    assert response["Location"] == "/desk/sign-in/"
    assert client.get("/desk/").status_code == 302


def test_who_has_not_set_a_password_is_not_let_in(client: Client) -> None:
    officer = made("newcomer")
    Officer.objects.filter(pk=officer.pk).update(password="")

    assert give_password(client, "newcomer", "").status_code == 422


def test_production_lets_no_demonstration_officer_in(
    client: Client, officer: Officer, settings: Settings
) -> None:
    Officer.objects.update(demonstration=True)
    came_in(client, officer)
    before = client.get("/desk/").status_code
    settings.EOK_PRODUCTION = True

    assert before == 200
    assert client.get("/desk/").status_code == 302
    assert give_password(Client(), officer.login).status_code == 422


def test_each_step_is_recorded(client: Client, officer: Officer) -> None:
    give_password(client, officer.login, "wrong")
    came_in(client, officer)
    client.post("/desk/sign-out/")

    lines = list(SignInRecord.objects.order_by("pk").values_list("who", "how", "outcome"))

    who = str(officer.pk)
    assert lines == [
        (who, "password", "refused"),
        (who, "password", "goes_on"),
        (who, "code", "in"),
        (who, "sign_out", "out"),
    ]


def test_a_password_does_not_run_out(client: Client, officer: Officer) -> None:
    """Forced changes make passwords worse (OWASP ASVS 5 V6.2.10)."""
    Officer.objects.filter(pk=officer.pk).update(created_at=officer.created_at.replace(year=2016))

    assert came_in(client, officer).status_code == 302
    assert client.get("/desk/").status_code == 200
