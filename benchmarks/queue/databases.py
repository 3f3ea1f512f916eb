"""The same database for both queues: WAL, FULL, IMMEDIATE, or one PostgreSQL server with a schema each.

`BENCH_DATABASE`: a path, or an address that begins with `postgresql:`.
"""

import os
from pathlib import Path

from eok.core.database import databases


def chosen(*, engine: str) -> dict[str, dict[str, object]]:
    """Django's DATABASES; engine: which backend speaks to an SQLite file."""
    place = os.environ["BENCH_DATABASE"]
    if place.startswith("postgresql:"):
        return databases(place, Path())
    default = databases("", Path(place))["default"]
    return {"default": default | {"ENGINE": engine}}
