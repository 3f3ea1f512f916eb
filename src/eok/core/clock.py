"""The one clock. Nobody else asks the machine what time it is.

Stored times are UTC, the law is read in Asia/Seoul. A demonstration or a test may move the clock:
`EOK_CLOCK=file:PATH` names a file that holds an ISO instant (time stands still there) or a number
of seconds such as `+86400` (time runs, moved). Production refuses it.
"""

import os
import time as _time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

SEOUL = ZoneInfo("Asia/Seoul")

_frozen: list[datetime] = []


def now() -> datetime:
    """This instant, aware, UTC."""
    if _frozen:
        return _frozen[-1]
    setting: str = settings.EOK_CLOCK
    if setting:
        return _from_file(setting.removeprefix("file:"))
    return _machine()


def seoul_now() -> datetime:
    """This instant, aware, Asia/Seoul."""
    return now().astimezone(SEOUL)


def ticks() -> float:
    """Seconds for measuring how long something has lasted: the machine's own setting of its clock does not touch
    them, moving the clock by a number of seconds does.
    """
    moved = _read(settings.EOK_CLOCK.removeprefix("file:")) if settings.EOK_CLOCK else ""
    return _time.monotonic() + (float(moved) if moved.startswith(("+", "-")) else 0.0)


@contextmanager
def freeze(instant: datetime) -> Iterator[None]:
    """Let time stand still in this process (tests)."""
    if instant.tzinfo is None:
        raise ValueError("an instant has a time zone")
    _frozen.append(instant.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.pop()


def _machine() -> datetime:
    return datetime.fromtimestamp(_time.time(), UTC)


def _from_file(path: str) -> datetime:
    text = _read(path)
    if text.startswith(("+", "-")):
        return _machine() + timedelta(seconds=float(text))
    return datetime.fromisoformat(text).astimezone(UTC) if text else _machine()


def _read(path: str) -> str:
    try:
        file = os.open(path, os.O_RDONLY)  # several times a page: pathlib would take ten times as long
    except FileNotFoundError:
        return ""
    try:
        return os.read(file, 64).decode("ascii").strip()
    finally:
        os.close(file)
