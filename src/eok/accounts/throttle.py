"""Slows guessing at a door without ever shutting a person out for good.

Each attempt counts before its password is looked at, so that attempts at the same time count too. After
some free ones the wait doubles up to a quarter of an hour; a day without attempts clears the count. The
wait is of a login *from one address*: a guesser elsewhere does not keep the officer out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from eok.accounts.errors import TooManyAttemptsError
from eok.accounts.models import Throttle
from eok.core.keys import keyring
from eok.gate import machine_time

LONGEST_SECONDS = 900
FORGOTTEN_AFTER = timedelta(hours=24)
SKEW = timedelta(minutes=1)
"""So far machines may differ."""


@dataclass(frozen=True)
class Door:
    """What is counted together."""

    key: str
    free: int
    """Attempts without a wait."""


def of_login(login: str, address: str) -> Door:
    return Door(_digest(f"login|{login}|{address}"), free=5)


def of_address(address: str) -> Door:
    """One address trying many logins; an office behind one address needs room."""
    return Door(_digest(f"address|{address}"), free=50)


def of_code(officer_id: int) -> Door:
    """The second factor counts from everywhere: whoever stands here knows the password already."""
    return Door(_digest(f"code|{officer_id}"), free=5)


def of_address_search(person_id: object) -> Door:
    """주소 찾기 asks an outside system that counts; nobody filling in a form comes near this."""
    return Door(_digest(f"addresses|{person_id}"), free=200)


def wait_seconds(attempts: int, free: int) -> int:
    """How long the next attempt must wait after so many."""
    return min(1 << min(attempts - free, 20), LONGEST_SECONDS) if attempts >= free else 0


def attempt(*doors: Door) -> None:
    """Count one attempt at each. Raises TooManyAttemptsError while one of them must wait."""
    now = machine_time.now()
    _follow_the_clock(doors, now)
    _attempt(doors, now)


def _follow_the_clock(doors: Sequence[Door], now: datetime) -> None:
    """The machine's clock was set back: waits go on from now, and not from a day that is still to come."""
    ahead = Throttle.objects.filter(key__in=[door.key for door in doors], last_at__gt=now + SKEW)
    for row in ahead:
        wait = min(row.free_at - row.last_at, timedelta(seconds=LONGEST_SECONDS))
        ahead.filter(pk=row.pk).update(free_at=now + wait, last_at=now)


@transaction.atomic
def _attempt(doors: Sequence[Door], now: datetime) -> None:
    rows = [_row(door, now) for door in doors]
    longest = max(row.free_at for row in rows)
    if longest > now:
        raise TooManyAttemptsError(int((longest - now).total_seconds()) + 1)
    for row, door in zip(rows, doors, strict=True):
        _count(row, door, now)


@transaction.atomic
def succeeded(door: Door, *others: Door) -> None:
    """It was the right person: the first door's count is cleared, the others forget this attempt."""
    Throttle.objects.filter(key=door.key).delete()
    Throttle.objects.filter(key__in=[d.key for d in others], attempts__gt=0).update(
        attempts=F("attempts") - 1
    )


def _row(door: Door, now: datetime) -> Throttle:
    Throttle.objects.get_or_create(key=door.key, defaults={"free_at": now, "last_at": now})
    row = Throttle.objects.select_for_update().get(key=door.key)
    if row.last_at < now - FORGOTTEN_AFTER:
        row.attempts = 0
    return row


def _count(row: Throttle, door: Door, now: datetime) -> None:
    row.attempts += 1
    row.free_at = now + timedelta(seconds=wait_seconds(row.attempts, door.free))
    row.last_at = now
    row.save()


def _digest(value: str) -> str:
    return keyring().digest("throttle", value)
