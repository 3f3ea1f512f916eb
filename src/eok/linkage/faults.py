"""Why one attempt failed, and whether the request may have been carried out there all the same."""

import httpx

from eok.linkage.answer import Answer

LONGEST_WAIT = 5.0
"""Seconds we follow a `Retry-After`; a longer one ends the call, and the outbox tries again later."""


class Fault(Exception):
    """Inside the exchange only; callers see LinkageError."""

    def __init__(self, reason: str, *, reached: bool, wait_seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        """Which sentence of `sentences.py` says it."""
        self.reached = reached
        """The request may have arrived and been carried out."""
        self.wait_seconds = wait_seconds


def of_transport(error: httpx.TransportError) -> Fault:
    """Before the connection stood nothing can have happened; after that anything may have."""
    never_left = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
    if isinstance(error, never_left):
        return Fault("unreachable", reached=False)
    return Fault("silent", reached=True)


def of_status(answer: Answer) -> Fault | None:
    """A fault worth another attempt, or None: the system understood and said no.

    502 and 504 come from something in between, 500 from the middle of the work: it may have happened.
    429 and 503 are said before the work begins (RFC 9110 §15.6.4).
    """
    if answer.status in (429, 503):
        return Fault("busy", reached=False, wait_seconds=_retry_after(answer))
    if answer.status >= 500:
        return Fault("broken", reached=True)
    return None


def _retry_after(answer: Answer) -> float:
    text = answer.headers.get("retry-after", "")
    return min(float(text), LONGEST_WAIT) if text.isdecimal() else 0.0
