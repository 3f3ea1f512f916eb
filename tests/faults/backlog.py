"""What a house's worker could take up now, and what it could not do, asked of its database by the driver alone: it costs the house nothing."""

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


FAILED = "SELECT count(*) FROM core_job WHERE NOT dead AND last_error <> ''"


def claimable(house: Installation) -> int:
    """Jobs that are due by the house's clock and that nobody holds."""
    now = datetime.fromtimestamp(time(), UTC) + timedelta(seconds=float((house.folder / "clock").read_text()))
    return _count(house, CLAIMABLE, now)


def failed(house: Installation) -> int:
    """Jobs that were tried in vain and will be tried again."""
    return _count(house, FAILED, None)


def _count(house: Installation, words: str, now: datetime | None) -> int:
    url = house.settings.get("EOK_DATABASE_URL")
    if url:
        with psycopg.connect(url) as asked:
            row = asked.execute(words.format("%(now)s"), {"now": now}).fetchone()
    else:
        path = databases("", house.folder)["default"]["NAME"]
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as asked:
            said = now.replace(tzinfo=None).isoformat(sep=" ") if now else ""
            row = asked.execute(words.format(":now"), {"now": said}).fetchone()
    return int(row[0]) if row else 0
