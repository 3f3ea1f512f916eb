"""Writing 접속기록 (개인정보 보호법 시행령 §30①5 가): time, who, how, outcome; nothing in clear."""

from enum import StrEnum

from django.http import HttpRequest

from eok.accounts.models import Officer, Person, SignInRecord
from eok.core import clock
from eok.core.keys import keyring


class How(StrEnum):
    IDENTITY = "identity"
    SIGNATURE = "signature"
    PASSWORD = "password"
    CODE = "code"
    RECOVERY = "recovery"
    SETUP = "setup"
    PASSWORD_CHANGED = "password_changed"
    SIGN_OUT = "sign_out"
    ENDED_OTHERS = "ended_others"
    """All other browsers of the same person were signed out."""


class Outcome(StrEnum):
    IN = "in"
    OUT = "out"
    GOES_ON = "goes_on"
    """The first factor was right; the second is asked for."""
    REFUSED = "refused"
    WAIT = "wait"
    """Not looked at: too many attempts."""


def address_of(request: HttpRequest) -> str:
    """The visitor's address, past our own proxies (`core/proxies.py`); only for digests."""
    return str(request.META.get("REMOTE_ADDR", ""))


def record(
    request: HttpRequest, how: How, outcome: Outcome, *, who: Person | Officer | None = None, login: str = ""
) -> None:
    """One line. login: what was typed, where no officer is known by it; stored as a keyed digest."""
    SignInRecord.objects.create(
        at=clock.now(),
        who_kind=_kind(who, login),
        who=str(who.pk) if who else _digest("login", login),
        how=how,
        outcome=outcome,
        address=_digest("address", address_of(request)),
    )


def _kind(who: Person | Officer | None, login: str) -> str:
    if isinstance(who, Officer) or login:
        return "officer"
    return "resident"


def _digest(purpose: str, value: str) -> str:
    return keyring().digest(f"sign-in-{purpose}", value) if value else ""
