"""Stands where the portal stands: takes what the tax office tells, and answers what a test wants."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer


@dataclass(frozen=True)
class Told:
    body: bytes
    headers: dict[str, str]


@dataclass
class Receiver:
    url: str
    told: "queue.Queue[Told]" = field(default_factory=queue.Queue)
    answers: list[int] = field(default_factory=list)
    """Statuses to answer with, in order; 204 after that."""

    def next(self) -> Told:
        return self.told.get(timeout=15)


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver("")

    class Portal(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
            self.end_headers()
            receiver.told.put(Told(body, dict(self.headers)))

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Portal)
    receiver.url = f"http://127.0.0.1:{server.server_port}/callbacks/tax-office"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
