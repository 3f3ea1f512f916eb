"""Where somebody is signed in: noted at the door, listed, and ended from anywhere.

Ending removes the session's row, so nothing is asked about it at each page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session

from eok.core import clock
from eok.gate import machine_time
from eok.gate.models import Stay

_BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Whale", r"Whale/"),
    ("삼성 인터넷", r"SamsungBrowser/"),
    ("Firefox", r"(Firefox|FxiOS)/"),
    ("Chrome", r"(Chrome|CriOS)/"),
    ("Safari", r"Safari/"),
)
_MACHINES = (
    ("아이폰", r"iPhone"),
    ("아이패드", r"iPad"),
    ("안드로이드", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Mac OS"),
    ("Linux", r"Linux"),
)


@dataclass(frozen=True)
class Place:
    """One browser somebody is signed in with."""

    browser: str
    since_at: datetime
    here: bool
    """It is the one that asks."""


def note(session_key: str, who: str, agent: str, *, most: int | None = None) -> None:
    """Somebody came in. most: then those who came first are out."""
    words = [_first(_BROWSERS, agent) or "다른 브라우저", _first(_MACHINES, agent)]
    browser = " · ".join(word for word in words if word)
    Stay.objects.update_or_create(
        session_key=session_key, defaults={"who": who, "browser": browser, "since_at": clock.now()}
    )
    if most is not None:
        others = [stay.session_key for stay in _alive(who) if stay.session_key != session_key]
        _end(others[: max(0, len(others) + 1 - most)])


def of(who: str, session_key: str) -> list[Place]:
    """Newest first."""
    alive = reversed(_alive(who))
    return [Place(stay.browser, stay.since_at, stay.session_key == session_key) for stay in alive]


def end_others(who: str, session_key: str) -> int:
    """How many were ended; the one that asks stays."""
    others = [stay.session_key for stay in Stay.objects.filter(who=who).exclude(session_key=session_key)]
    ended = Session.objects.filter(session_key__in=others).count()
    _end(others)
    return ended


def sweep() -> None:
    """Forget stays whose session is over."""
    keys = list(Stay.objects.values_list("session_key", flat=True))
    alive = set(Session.objects.filter(session_key__in=keys).values_list("session_key", flat=True))
    Stay.objects.filter(session_key__in=set(keys) - alive).delete()


def _alive(who: str) -> list[Stay]:
    """Oldest first."""
    stays = list(Stay.objects.filter(who=who).order_by("since_at", "session_key"))
    keys = [stay.session_key for stay in stays]
    open_now = Session.objects.filter(session_key__in=keys, expire_date__gt=machine_time.now())
    alive = set(open_now.values_list("session_key", flat=True))
    return [stay for stay in stays if stay.session_key in alive]


def _end(keys: Iterable[str]) -> None:
    keys = list(keys)
    Session.objects.filter(session_key__in=keys).delete()
    Stay.objects.filter(session_key__in=keys).delete()


def _first(words: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((word for word, pattern in words if re.search(pattern, agent[:400])), "")
