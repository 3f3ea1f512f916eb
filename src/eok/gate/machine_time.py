"""The machine's own time, for what guards a door: codes (RFC 6238), waiting times, links, sessions.

The house's clock may be moved or stopped in a demonstration; a moved clock must neither open nor shut
a door. Nothing of the law is computed from this.
"""

from datetime import UTC, datetime


def now() -> datetime:
    """Aware, UTC."""
    return datetime.now(UTC)


def seconds() -> int:
    """Whole seconds since 1970."""
    return int(now().timestamp())


def exact() -> float:
    """Seconds since 1970 with their parts."""
    return now().timestamp()
