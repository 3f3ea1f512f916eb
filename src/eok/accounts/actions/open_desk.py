"""An officer comes in: first the password, then a code of the second factor (전자정부법 §34, 시행령 §38)."""

import unicodedata

from django.http import HttpRequest

from eok.accounts import passwords, records, second_factor, throttle
from eok.accounts.errors import (
    TooManyAttemptsError,
    WrongCodeError,
    WrongCredentialsError,
    WrongPasswordError,
)
from eok.accounts.models import Officer, RecoveryCode
from eok.accounts.queries import working
from eok.accounts.records import How, Outcome, record
from eok.gate import machine_time


def check_password(request: HttpRequest, login: str, password: str) -> Officer:
    """The officer whose password it is. Raises WrongCredentialsError, TooManyAttemptsError.

    Takes as long for a login nobody has.
    """
    login = spelled(login)
    address = records.address_of(request)
    doors = (throttle.of_login(login, address), throttle.of_address(address))
    officer = working().filter(login=login).first()
    _attempt(request, How.PASSWORD, officer, login, *doors)
    right = passwords.matches(password[: passwords.LONGEST + 1], officer.password if officer else "")
    if officer is None or not right:
        record(request, How.PASSWORD, Outcome.REFUSED, who=officer, login=login)
        raise WrongCredentialsError
    throttle.succeeded(*doors)
    record(request, How.PASSWORD, Outcome.GOES_ON, who=officer)
    return officer


def prove(request: HttpRequest, officer: Officer, password: str) -> None:
    """Who is signed in says once more who they are. Raises WrongPasswordError, TooManyAttemptsError."""
    try:
        check_password(request, officer.login, password)
    except WrongCredentialsError as error:
        raise WrongPasswordError from error


def check_code(request: HttpRequest, officer: Officer, typed: str) -> None:
    """A code of the app or a recovery code. Raises WrongCodeError, TooManyAttemptsError."""
    code = second_factor.read_typed(typed)
    how = How.CODE if code.isdigit() else How.RECOVERY
    door = throttle.of_code(officer.pk)
    _attempt(request, how, officer, officer.login, door)
    spent = _spend_code(officer, code) if how is How.CODE else _spend_recovery(officer, code)
    if not spent:
        record(request, how, Outcome.REFUSED, who=officer)
        raise WrongCodeError
    throttle.succeeded(door)
    record(request, how, Outcome.IN, who=officer)


def spelled(login: str) -> str:
    """Logins are written small, however they are typed."""
    return unicodedata.normalize("NFKC", login).strip().casefold()[:40]


def _attempt(
    request: HttpRequest, how: How, officer: Officer | None, login: str, *doors: throttle.Door
) -> None:
    try:
        throttle.attempt(*doors)
    except TooManyAttemptsError:
        record(request, how, Outcome.WAIT, who=officer, login=login)
        raise


def _spend_code(officer: Officer, code: str) -> bool:
    secret = second_factor.secret_of(officer)
    counter = second_factor.counter_of(secret, code, machine_time.seconds(), after=officer.last_counter)
    return counter is not None and second_factor.spend_counter(officer, counter)


def _spend_recovery(officer: Officer, code: str) -> bool:
    unused = RecoveryCode.objects.filter(
        officer=officer, digest=second_factor.recovery_digest(officer, code), used_at__isnull=True
    )
    return unused.update(used_at=machine_time.now()) == 1
