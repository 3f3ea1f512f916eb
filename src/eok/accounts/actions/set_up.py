"""An officer opens the one-time link: sets a password, joins an authenticator app, gets recovery codes."""

from django.db import transaction
from django.db.models import F

from eok.accounts import passwords, second_factor
from eok.accounts.actions.invite import token_digest
from eok.accounts.errors import SetupLinkError, WrongCodeError
from eok.accounts.models import Officer, SetupLink
from eok.accounts.queries import working
from eok.core.keys import keyring
from eok.gate import machine_time


def open_link(token: str) -> SetupLink:
    """The link, if it may still be used. Raises SetupLinkError."""
    link = SetupLink.objects.select_related("officer").filter(
        digest=token_digest(token),
        used_at__isnull=True,
        expires_at__gt=machine_time.now(),
        officer__in=working(),
    )
    found = link.first()
    if found is None:
        raise SetupLinkError
    return found


def secret_of(link: SetupLink) -> str:
    """The secret the app is to learn; the same each time the link is opened before it is used."""
    officer, sealed = link.officer, bytes(link.totp_secret)
    context = second_factor.secret_context(officer)
    return keyring().decrypt(bytes(officer.wrapped_key), sealed, context=context).decode()


@transaction.atomic
def set_up(link: SetupLink, *, password: str, again: str, code: str) -> list[str]:
    """Use the link; returns the recovery codes. Other sessions of the officer end.

    Raises InvalidPasswordError, WrongCodeError (nothing is kept then), SetupLinkError when it was just used.
    """
    officer = link.officer
    passwords.require_new(password, again, about=(officer.login, officer.name))
    counter = _counter(link, code)
    if SetupLink.objects.filter(pk=link.pk, used_at__isnull=True).update(used_at=machine_time.now()) != 1:
        raise SetupLinkError
    _store(officer, link, password, counter)
    return second_factor.new_recovery_codes(officer)


def _counter(link: SetupLink, typed: str) -> int:
    """The counter of the code that proves that the app has learned the secret."""
    code = second_factor.read_typed(typed)
    counter = second_factor.counter_of(secret_of(link), code, machine_time.seconds(), after=0)
    if counter is None:
        raise WrongCodeError
    return counter


def _store(officer: Officer, link: SetupLink, password: str, counter: int) -> None:
    Officer.objects.filter(pk=officer.pk).update(
        password=passwords.hashed(password),
        totp_secret=bytes(link.totp_secret),
        last_counter=counter,
        epoch=F("epoch") + 1,
    )
