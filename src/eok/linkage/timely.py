"""A line that ends at a moment, however slowly the other side drips.

httpx bounds each read, not all of them together: a system that sends the head of its answer byte by byte would
hold a process of ours for days.
"""

import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

import httpcore
import httpx


class Deadline(threading.local):
    """Until when (monotonic seconds) this thread's call may last."""

    at = inf

    @contextmanager
    def until(self, at: float) -> Iterator[None]:
        self.at = at
        try:
            yield
        finally:
            self.at = inf

    def within(self, seconds: float | None, late: type[Exception]) -> float | None:
        """No more than what is left of it. Raises `late` when nothing is."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise late
        return seconds if left == inf else min(left, inf if seconds is None else seconds)


class Transport(httpx.HTTPTransport):
    """httpx's own, over connections that look at the deadline; httpx has no other door for that."""

    def __init__(self, context: ssl.SSLContext, deadline: Deadline) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, keepalive_expiry=5.0, network_backend=_Backend(deadline)
        )


class _Backend(httpcore.SyncBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        seconds = self._deadline.within(timeout, httpcore.ConnectTimeout)
        stream = super().connect_tcp(host, port, seconds, local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        seconds = self._deadline.within(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
