"""Waits for signals without losing any: the C-level handler writes into a socket, `wait` reads it.

A plain blocking call may miss a signal that arrives just before it blocks, or in another thread.
"""

import select
import signal
import socket
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Wakeup:
    """Takes over the process's signals of stopping and of ended children."""

    def __init__(self) -> None:
        self.stops = 0
        """How often somebody has asked to stop."""
        self._ours, theirs = socket.socketpair()
        for end in (self._ours, theirs):
            end.setblocking(False)
        self._theirs = theirs
        signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        for number in STOPPING:
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def wait(self, seconds: float | None) -> None:
        """Returns when a signal came or the time is over (None: only for a signal)."""
        if select.select([self._ours], [], [], seconds)[0]:
            self._ours.recv(4096)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stops += 1
