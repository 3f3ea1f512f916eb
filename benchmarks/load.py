"""Several clients at once, each on a connection of its own, each with its own list of requests.

Clients are threads: they wait for the network nearly all the time, and a rate of hundreds a second
leaves them idle. For tens of thousands a second there is wrk (`wrk.py`).
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from benchmarks.client import Client
from benchmarks.rounds import percentile


@dataclass(frozen=True)
class Load:
    """What the clients saw."""

    seconds: float
    """From the start of the first request to the end of the last answer."""
    latencies: tuple[float, ...]
    """Seconds of each request."""
    statuses: tuple[int, ...]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def milliseconds(self, share: float) -> float:
        """A percentile of the latencies."""
        return percentile(self.latencies, share) * 1000


def drive(url: str, requests: Sequence[Sequence[bytes]]) -> Load:
    """requests: for each client the requests it sends, one after the other."""
    clients = [_Worker(url, own) for own in requests]
    began = perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    seconds = perf_counter() - began
    latencies = tuple(took for client in clients for took, _ in client.seen)
    return Load(seconds, latencies, tuple(status for client in clients for _, status in client.seen))


def shared_out(requests: Sequence[bytes], clients: int) -> list[Sequence[bytes]]:
    """The requests, dealt to so many clients."""
    return [requests[number::clients] for number in range(clients)]


class _Worker(threading.Thread):
    def __init__(self, url: str, requests: Sequence[bytes]) -> None:
        super().__init__(daemon=True)
        self.seen: list[tuple[float, int]] = []
        self._url, self._requests = url, requests

    def run(self) -> None:
        with Client(self._url) as client:
            for request in self._requests:
                began = perf_counter()
                answer = client.send(request)
                self.seen.append((perf_counter() - began, answer.status))
