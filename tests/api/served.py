"""The application as granian serves it, inside a process of tests that goes on to seal and to migrate."""

from typing import Any

from eok.core import keys
from eok.core.postgresql import process


def application() -> Any:  # Any: a WSGI application has no one type
    """Loading it says that this process serves the web; that is taken back here."""
    refused, kind = set(keys._refused), process.ours()
    from eok.wsgi import application as served

    keys._refused.intersection_update(refused)
    process.be(kind)
    return served
