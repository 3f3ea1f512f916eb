"""What lives for minutes only: open requests, codes and access tokens, each good once or for a while."""

import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulators import clock
from simulators.identity.people import Person
from simulators.identity.requests import Asked

CODE_SECONDS = 60
TOKEN_SECONDS = 300
KEPT = 1000
"""Open requests remembered; the oldest go first."""


@dataclass(frozen=True)
class Pending:
    asked: Asked
    until: datetime

    def is_open(self) -> bool:
        return self.until > clock.now()


@dataclass(frozen=True)
class Granted:
    """Somebody pressed the button."""

    asked: Asked
    person: Person
    proven_at: datetime
    until: datetime


class Ledger:
    """Safe between threads."""

    def __init__(self) -> None:
        self.request_seconds = 600.0
        self._lock = threading.Lock()
        self._requests: dict[str, Pending] = {}
        self._codes: dict[str, Granted] = {}
        self._tokens: dict[str, Granted] = {}

    def ask(self, asked: Asked) -> str:
        """Remember a request under a new id."""
        with self._lock:
            if len(self._requests) >= KEPT:
                self._requests.pop(next(iter(self._requests)))
            name = secrets.token_urlsafe(16)
            until = clock.now() + timedelta(seconds=self.request_seconds)
            self._requests[name] = Pending(asked, until)
            return name

    def request(self, name: str) -> Pending | None:
        with self._lock:
            return self._requests.get(name)

    def grant(self, name: str, asked: Asked, person: Person) -> str:
        """A code for the person; the request is closed."""
        instant = clock.now()
        with self._lock:
            self._requests.pop(name, None)
            code = secrets.token_urlsafe(24)
            until = instant + timedelta(seconds=CODE_SECONDS)
            self._codes[code] = Granted(asked, person, instant, until)
            return code

    def spend(self, code: str) -> Granted | None:
        """What the code stands for, once."""
        with self._lock:
            granted = self._codes.pop(code, None)
        return granted if granted and granted.until >= clock.now() else None

    def issue(self, granted: Granted) -> str:
        """An access token."""
        with self._lock:
            if len(self._tokens) >= KEPT:
                self._tokens.pop(next(iter(self._tokens)))
            token = secrets.token_urlsafe(24)
            self._tokens[token] = granted
            return token

    def holder(self, token: str) -> Granted | None:
        with self._lock:
            granted = self._tokens.get(token)
        if granted is None or granted.proven_at + timedelta(seconds=TOKEN_SECONDS) < clock.now():
            return None
        return granted
