"""Officers made for a test, and how they come in."""

from django.test import Client

from eok.accounts import passwords, second_factor
from eok.accounts.actions.invite import NewOfficer, create
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.gate import machine_time
from tests.accounts.response import Response

PASSWORD = "바람 우산 기차 달력 둘"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def made(login: str, *roles: Role, department: str = "economy", service_id: str = "*") -> Officer:
    """Ready to come in: with a password and a second factor."""
    wanted = NewOfficer(
        login, "이하나", "주무관", department, roles or (Role.OFFICER,), service_id=service_id
    )
    officer = create(wanted, by=None)
    officer.password = passwords.hashed(PASSWORD)
    officer.totp_secret = second_factor.sealed_secret(officer, SECRET)
    officer.save()
    return officer


def code(steps: int = 0) -> str:
    """What the app shows now, or so many half minutes from now."""
    return second_factor.code_at(SECRET, machine_time.seconds() + steps * second_factor.STEP_SECONDS)


def give_password(client: Client, login: str, password: str = PASSWORD, *, back_to: str = "") -> Response:
    form = {"login": login, "password": password, "next": back_to}
    return client.post("/desk/sign-in/", form)


def give_code(client: Client, typed: str) -> Response:
    return client.post("/desk/sign-in/code/", {"code": typed})


def came_in(client: Client, officer: Officer, *, back_to: str = "") -> Response:
    """Both factors, right."""
    give_password(client, officer.login, back_to=back_to)
    return give_code(client, code())
