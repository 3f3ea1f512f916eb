"""A server on a real line that answers what a test wrote down, in order; and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HEAD = b"HTTP/1.0 200 OK\r\nServer: " + b"x" * 200
"""Of an answer that never gets beyond it."""


@dataclass(frozen=True)
class Say:
    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    """Never answer; hold the line until the server ends."""
    drip_seconds: float = 0.0
    """Pause between the bytes of the body, and of the head where it says so."""
    drips_from_the_head: bool = False


@dataclass
class Scripted:
    url: str
    answers: list[Say]
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def next(self) -> Say:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def scripted(*answers: Say) -> Iterator[Scripted]:
    """The last answer is repeated."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    script = Scripted(f"http://127.0.0.1:{server.server_address[1]}", list(answers))
    server.RequestHandlerClass = _handler(script)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield script
    finally:
        script.over.set()
        server.shutdown()
        server.server_close()


def _handler(script: Scripted) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            script.asked.append((self.command, self.path, dict(self.headers)))
            say = script.next()
            if say.hang:
                script.over.wait(20)
                return
            if say.drips_from_the_head:
                _write(self.wfile.write, replace(say, body=HEAD), script.over)
                return
            self.send_response(say.status)
            self.send_header("Content-Length", str(len(say.body)))
            for name, value in say.headers.items():
                self.send_header(name, value)
            self.end_headers()
            _write(self.wfile.write, say, script.over)

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            return

    return Handler


def _write(write: Callable[[bytes], Any], say: Say, over: threading.Event) -> None:
    try:
        for byte in say.body if say.drip_seconds else b"":
            write(bytes([byte]))
            over.wait(say.drip_seconds)
        if not say.drip_seconds:
            write(say.body)
    except OSError:
        return
