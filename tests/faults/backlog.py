"""What a house's worker could take up now, asked of its database by the driver alone: it costs the house nothing."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from time import time

import psycopg

from benchmarks.installation import Installation
from eok.core.database import databases

CLAIMABLE = (
    "SELECT count(*) FROM core_job WHERE NOT dead AND key <> 'scheduled' AND due_at <= {0} "
    "AND (leased_until IS NULL OR leased_until < {0})"
)


def claimable(house: Installation) -> int:
    """Jobs that are due by the house's clock and that nobody holds."""
    now = datetime.fromtimestamp(time(), UTC) + timedelta(seconds=float((house.folder / "clock").read_text()))
    url = house.settings.get("EOK_DATABASE_URL")
    if url:
        with psycopg.connect(url) as asked:
            row = asked.execute(CLAIMABLE.format("%(now)s"), {"now": now}).fetchone()
    else:
        path = databases("", house.folder)["default"]["NAME"]
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as asked:
            words = now.replace(tzinfo=None).isoformat(sep=" ")
            row = asked.execute(CLAIMABLE.format(":now"), {"now": words}).fetchone()
    return int(row[0]) if row else 0
