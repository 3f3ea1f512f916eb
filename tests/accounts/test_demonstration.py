"""The 시험용 page and its officers: there while trying out, never in production."""

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts import demo, second_factor
from eok.accounts.demo import create_demonstration_officers
from eok.accounts.models import Grant, Officer
from eok.accounts.queries import officers_of, team_lead_of
from eok.core.errors import NotAllowedError
from eok.gate import machine_time
from tests.accounts.officers import give_code, give_password, made

pytestmark = pytest.mark.django_db(databases="__all__")


def test_making_them_twice_makes_them_once() -> None:
    first = create_demonstration_officers()
    grants = Grant.objects.count()

    second = create_demonstration_officers()

    assert first == second
    assert (Officer.objects.count(), Grant.objects.count()) == (len(demo.OFFICERS), grants)


def test_both_departments_can_handle_and_decide() -> None:
    create_demonstration_officers()

    handlers = {key: [str(o) for o in officers_of(key)] for key in ("economy", "sanitation")}
    leads = {key: str(team_lead_of(key, "any")) for key in ("economy", "sanitation")}

    assert handlers == {"economy": ["박지훈 주무관"], "sanitation": ["윤가온 주무관"]}
    assert leads == {"economy": "김민서 팀장", "sanitation": "정다온 팀장"}


@pytest.mark.parametrize("login", [officer.login for officer in demo.OFFICERS])
def test_what_the_page_shows_lets_one_in(client: Client, login: str) -> None:
    create_demonstration_officers()
    [shown] = [line for line in demo.officers() if line.login == login]

    give_password(client, login, demo.PASSWORD)

    assert give_code(client, shown.code).status_code == 302
    assert client.get("/desk/").status_code == 200


def test_the_page_names_everyone(client: Client, settings: Settings) -> None:
    settings.EOK_SMS_URL = "http://127.0.0.1:9102"
    create_demonstration_officers()

    page = client.get("/demo/").content.decode()

    now = second_factor.code_at(demo.secret("park"), machine_time.seconds())
    assert all(
        word in page for word in ("홍길동", "김하늘", "박지훈 주무관", demo.PASSWORD, "http://127.0.0.1:9102")
    )
    assert now in page or second_factor.code_at(demo.secret("park"), machine_time.seconds() - 30) in page


def test_the_page_works_before_anybody_was_made(client: Client) -> None:
    assert "아직 없어요" in client.get("/demo/").content.decode()


def test_a_real_officer_of_the_same_login_is_left_alone() -> None:
    real = made("park")
    password = real.password

    create_demonstration_officers()

    real.refresh_from_db()
    assert (real.password, real.demonstration) == (password, False)
    assert [line.login for line in demo.officers()] == [o.login for o in demo.OFFICERS if o.login != "park"]


def test_production_has_neither_page_nor_officers(client: Client, settings: Settings) -> None:
    settings.EOK_PRODUCTION, settings.EOK_DEMO = True, False

    with pytest.raises(NotAllowedError):
        create_demonstration_officers()

    assert client.get("/demo/").status_code == 404
    assert not Officer.objects.exists()


def test_secrets_stay_the_same_from_machine_to_machine() -> None:
    """Somebody's authenticator app keeps working after a fresh start."""
    assert demo.secret("park") == "7WBBN3VBJRGK2CYJAPBLZFBZOETR3F4G"
