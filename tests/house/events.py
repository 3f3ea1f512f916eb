"""Every kind of event there is: the classes that are published, not the ones they share."""

import importlib
import pkgutil

import eok
from eok.core.events import Event


def events() -> list[type[Event]]:
    """All leaf classes of Event in the rooms' `events.py`, by name."""
    for room in pkgutil.iter_modules(eok.__path__):
        if room.ispkg and importlib.util.find_spec(f"eok.{room.name}.events"):
            importlib.import_module(f"eok.{room.name}.events")
    return sorted(_leaves(Event), key=lambda event: event.__name__)


def _leaves(event: type[Event]) -> set[type[Event]]:
    kinds = {kind for kind in event.__subclasses__() if kind.__module__.startswith("eok.")}
    return set().union(*(_leaves(kind) or {kind} for kind in kinds)) if kinds else set()
