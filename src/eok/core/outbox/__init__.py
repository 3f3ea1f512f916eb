"""The outbox: work that must follow an act, written in the act's own transaction.

At least once, in any order; a job that has an effect outside carries its key as idempotency key.
A payload carries its version and is upcast when read (`core/payloads.py`).
Lease, attempts with growing pauses, dead letters, schedules; the same code on SQLite and PostgreSQL.
Begin at `enqueue`; the loop is in `worker.py`.
"""

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from eok.core import clock
from eok.core.payloads import FIRST_SPELLING, Spelling, Upcast
from eok.core.prepared import insert

Handler = Callable[[Mapping[str, Any]], None]

CHANNEL = "eok_outbox"
"""PostgreSQL's NOTIFY channel that wakes workers."""

_handlers: dict[str, Handler] = {}
_schedules: dict[str, int] = {}
_outside: set[str] = set()
_spellings: dict[str, Spelling] = {}


def register(
    name: str, handler: Handler, *, outside: bool = False, spelling: Spelling = FIRST_SPELLING
) -> None:
    """Say who does the jobs of this name.

    outside: it speaks to an outside system, so it runs in no transaction of the worker's.
    spelling: the version its payload is written in; the handler only ever sees that one.
    """
    known = _handlers.get(name)
    if known is not None and known.__qualname__ != handler.__qualname__:
        raise ValueError(f"job {name} has two handlers")
    _handlers[name], _spellings[name] = handler, spelling
    if outside:
        _outside.add(name)


def job(
    name: str, *, outside: bool = False, version: int = 1, upcast: Upcast | None = None
) -> Callable[[Handler], Handler]:
    """Decorator: this function does the jobs of this name.

    version: of the payload; who raises it gives the `upcast` of all older ones.
    """

    def decorate(handler: Handler) -> Handler:
        register(name, handler, outside=outside, spelling=Spelling(version, upcast))
        return handler

    return decorate


def is_outside(name: str) -> bool:
    return name in _outside


def spelling(name: str) -> Spelling:
    """How the payload of these jobs is written today."""
    return _spellings.get(name, FIRST_SPELLING)


def every(name: str, seconds: int) -> None:
    """Run a registered job again and again, about every so many seconds, by one worker at a time."""
    _schedules[name] = seconds


def handlers() -> Mapping[str, Handler]:
    return _handlers


def schedules() -> Mapping[str, int]:
    return _schedules


def enqueue(
    name: str, payload: Mapping[str, Any], *, run_after: datetime | None = None, key: str | None = None
) -> str:
    """Write a job in the current transaction; returns its key.

    key: jobs with the same key are the same job (a second enqueue changes nothing).
    The handler gets the payload, in today's version, plus `job_key`, to be used as idempotency key outside.
    """
    from eok.core.models import Job

    due = run_after or clock.now()
    key = key or secrets.token_hex(12)
    body = json.dumps(spelling(name).written(payload), ensure_ascii=False, separators=(",", ":"))
    insert(Job(name=name, key=key, payload=body, due_at=due), or_ignore=True)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
    return key
