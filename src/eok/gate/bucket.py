"""Token buckets as GCRA: one number a key, the moment at which the bucket is full again.

`Shared` counts over all processes by one statement, which two requests at once can't both win; `Own` counts in
this process by a dictionary. Both say how many seconds are to be waited, 0 for none. A moment no rate leads
to was noted before the machine's clock was set back: it holds nobody.
"""

from threading import Lock

from django.db import DatabaseError, connections, router

from eok.gate.limits import Rate
from eok.gate.models import Bucket

MOST_KEYS = 20_000
"""Then what is full again is forgotten; if nobody is, all are: memory stays bounded."""

SKEW_SECONDS = 60.0
"""So far machines may differ."""

_TAKE = """
INSERT INTO gate_bucket (key, free_at) VALUES (%s, %s)
ON CONFLICT (key) DO UPDATE SET
  free_at = CASE WHEN gate_bucket.free_at BETWEEN %s AND %s THEN gate_bucket.free_at ELSE %s END + %s
WHERE gate_bucket.free_at <= %s OR gate_bucket.free_at > %s
"""


def take_shared(key: str, rate: Rate, now: float) -> float:
    """One of the tokens that all processes share. A database that can't answer refuses nobody."""
    connection = connections[router.db_for_write(Bucket)]
    most = _latest(rate, now)
    values: list[str | float] = [
        key,
        now + rate.interval,
        now,
        most,
        now,
        rate.interval,
        now + rate.tolerance,
        most,
    ]
    try:
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, values)
            if cursor.rowcount == 1:
                return 0.0
    except DatabaseError:  # a full disk must not close the doors; the page itself will say what is wrong
        return 0.0
    found = Bucket.objects.filter(key=key).values_list("free_at", flat=True).first()
    return max(0.0, (found or now) - now - rate.tolerance)


def _latest(rate: Rate, now: float) -> float:
    return now + rate.tolerance + rate.interval + SKEW_SECONDS


class Own:
    """Tokens of this process."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}
        self._lock = Lock()

    def take(self, key: str, rate: Rate, now: float) -> float:
        free_at = self._free_at.get(key, now)
        free_at = free_at if free_at <= _latest(rate, now) else now
        wait = free_at - now - rate.tolerance
        if wait > 0:
            return wait
        if len(self._free_at) > MOST_KEYS:
            self._forget(now)
        self._free_at[key] = max(free_at, now) + rate.interval
        return 0.0

    def _forget(self, now: float) -> None:
        with self._lock:
            self._free_at = {key: at for key, at in self._free_at.items() if at > now}
            if len(self._free_at) > MOST_KEYS // 2:
                self._free_at = {}
