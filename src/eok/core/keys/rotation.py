"""The change of the district's key, and of the look-up key: a new one, everything anew, a day later the older ones removed.

Each step may be cut off anywhere and begun again; the portal stays open. One at a time on a machine.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings

from eok.core import clock
from eok.core.keys import KeyringError, keyring, relooking, rewrapping

LOCK = "keys.lock"


@dataclass(frozen=True)
class Waiting:
    """One table."""

    table: str
    rows: int
    """Still under an older key."""


class StillWrappedError(KeyringError):
    """Something would become unreadable."""

    status = 409


def waiting() -> list[Waiting]:
    return [Waiting(column.name, rewrapping.waiting(column)) for column in rewrapping.columns()]


def begin() -> bool:
    """A new key, unless the last change is not done yet; whether one was made."""
    if any(left.rows for left in waiting()):
        return False
    keyring().begin_new_district_key(clock.now())
    return True


def finish() -> Iterator[Waiting]:
    """Table by table, how many rows were wrapped anew."""
    for column in rewrapping.columns():
        yield Waiting(column.name, rewrapping.rewrap(column))


def looked_up() -> list[Waiting]:
    """Rows that an older look-up key finds."""
    return [Waiting(table.name, relooking.waiting(table)) for table in relooking.tables()]


def begin_lookup() -> bool:
    """A new look-up key, unless the last change is not done yet; whether one was made."""
    if any(left.rows for left in looked_up()):
        return False
    keyring().begin_new_lookup_key(clock.now())
    return True


def finish_lookup() -> Iterator[Waiting]:
    """Table by table, how many rows were reckoned anew."""
    for table in relooking.tables():
        yield Waiting(table.name, relooking.renew(table))


def forget() -> int:
    """Remove the older keys; how many. Raises StillWrappedError, KeyringError."""
    _require_none(waiting(), "옛 열쇠로 감싼 것", "./eok keys rotate로 마저 감싼")
    _require_none(looked_up(), "옛 찾기 열쇠로 찾는 것", "./eok keys rotate --lookup으로 마저 셈한")
    return keyring().forget_older(clock.now())


def _require_none(found: list[Waiting], what: str, first: str) -> None:
    left = ", ".join(f"{one.table} {one.rows:,}건" for one in found if one.rows)
    if left:
        raise StillWrappedError(f"아직 {what}이 있어 지우지 않았습니다: {left}. {first} 뒤 다시 해 주세요.")


@contextmanager
def alone() -> Iterator[None]:
    """Raises KeyringError while another change runs on this machine."""
    path = settings.EOK_STATE_DIR / LOCK
    with path.open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise KeyringError(
                "다른 곳에서 열쇠를 바꾸고 있어 시작하지 않았습니다. 그것이 끝난 뒤에 다시 해 주세요."
            ) from error
        yield
