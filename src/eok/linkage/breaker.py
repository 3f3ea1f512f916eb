"""Circuit breaking: an outside system that is down is not asked by every request of every resident.

After `limit` failures in a row it opens: calls are refused at once. After `rest_seconds` it lets one call
through (half-open); that one decides.
"""

import threading
from collections.abc import Callable

from eok.core import clock


class Breaker:
    """One per outside system and process; safe between threads."""

    def __init__(
        self, *, limit: int = 5, rest_seconds: float = 30.0, ticks: Callable[[], float] = clock.ticks
    ) -> None:
        self._limit = limit
        self._rest = rest_seconds
        self._ticks = ticks
        self._lock = threading.Lock()
        self._failures = 0
        self._opened_at: float | None = None
        self._probing = False

    def admits(self) -> bool:
        """May a call go out now? Whoever gets True tells `succeeded` or `failed` afterwards."""
        with self._lock:
            if self._opened_at is None:
                return True
            if self._probing or self._ticks() - self._opened_at < self._rest:
                return False
            self._probing = True
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures, self._opened_at, self._probing = 0, None, False

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._probing or self._failures >= self._limit:
                self._opened_at, self._probing = self._ticks(), False
