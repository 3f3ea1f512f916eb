"""A database beside our own, for as long as something is read from it or written to it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def opened(settings: dict[str, object], alias: str) -> Iterator[BaseDatabaseWrapper]:
    """One more database for a while, under a name of its own."""
    connections.databases[alias] = connections.configure_settings({"default": {}, alias: settings})[alias]
    try:
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.databases[alias]
