"""Events: how an act in one room makes later rooms act, without knowing them.

An action ends with one `publish`. `eok/reactions.py` says on one page what follows: `now` reactions
run in the same transaction (database rows only; a failure undoes the act), `later` ones become
outbox jobs in the same transaction.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import transaction

from eok.core import outbox
from eok.core.payloads import Spelling, Upcast


@dataclass(frozen=True)
class Event:
    """Something that happened, in the past tense. Fields are plain: str, int, bool, date, datetime."""

    version: ClassVar[int] = 1

    upcast: ClassVar[Upcast | None] = None
    """From the fields of any older version to this one's; a class that raises its version gives it."""

    def payload(self) -> dict[str, Any]:
        """JSON-ready; the outbox adds the version."""
        return {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}

    @classmethod
    def from_fields(cls, fields: Mapping[str, Any]) -> Self:
        """From the fields of today's version, as the outbox hands them."""
        kinds = {f.name: f.type for f in dataclasses.fields(cls)}
        return cls(**{name: _typed(value, kinds.get(name)) for name, value in fields.items()})


Handler = Callable[[Any], None]


@dataclass(frozen=True)
class Reaction:
    handler: Handler
    at_once: bool
    outside: bool = False
    """A later one that speaks to an outside system or works long: in no transaction of the worker's."""

    @property
    def name(self) -> str:
        """The job's name: room.function."""
        room = self.handler.__module__.split(".")[1]
        return f"{room}.{self.handler.__name__}"


def now(handler: Handler) -> Reaction:
    """In the same transaction."""
    return Reaction(handler, at_once=True)


def later(handler: Handler, *, outside: bool = False) -> Reaction:
    """By the worker, at least once."""
    return Reaction(handler, at_once=False, outside=outside)


_reactions: dict[type[Event], Sequence[Reaction]] = {}


def connect(reactions: Mapping[type[Event], Sequence[Reaction]]) -> None:
    """Make the table of reactions.py known (called once at start)."""
    _reactions.clear()
    _reactions.update(reactions)
    for event, line in reactions.items():
        for reaction in line:
            if not reaction.at_once:
                outbox.register(
                    _job_name(event, reaction),
                    _runner(event, reaction),
                    outside=reaction.outside,
                    spelling=Spelling(event.version, event.upcast),
                )


def publish(event: Event) -> None:
    """Tell what happened. Must be called inside the transaction of the act."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event belongs to the transaction of its act")
    for reaction in _reactions.get(type(event), ()):
        if reaction.at_once:
            reaction.handler(event)
        else:
            outbox.enqueue(_job_name(type(event), reaction), event.payload())


def _job_name(event: type[Event], reaction: Reaction) -> str:
    return f"{event.__name__}>{reaction.name}"


def _runner(event: type[Event], reaction: Reaction) -> outbox.Handler:
    def run(payload: Mapping[str, Any]) -> None:
        reaction.handler(event.from_fields({k: v for k, v in payload.items() if k != "job_key"}))

    return run


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    json.dumps(value)  # refuses what a payload can't hold
    return value


def _typed(value: Any, kind: Any) -> Any:
    if isinstance(value, str) and kind in (datetime, "datetime"):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and kind in (date, "date"):
        return date.fromisoformat(value)
    return value
