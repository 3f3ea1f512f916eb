"""Outside systems that fail in every way one can: the malware scanner and the gateway of text messages.

Both listen in this process, so that a test can shut their port and open it again.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Event
from typing import Any

from eok.papers import scanner
from simulators.server import Line, Options, Server
from simulators.sms.gateway import Gateway as Simulated

HOST = "127.0.0.1"
DRIP_SECONDS = 1.0
HANG_SECONDS = 2 * scanner.TIMEOUT_SECONDS
"""Longer than the house waits for anybody."""
SECRET = "between-us-in-a-test"


class Scanner:
    """clamd's INSTREAM as far as the house uses it.

    `closed`: nobody listens. `hangs up`: at once. `dies`: while it hears the file. `hangs`, `drips`: longer
    than anybody waits. `rubbish`: an answer that is none. `refuses`: it says that it did not look.
    """

    SAYS = {
        "good": b"stream: OK\0",
        "rubbish": b"\xff\xfe<html>OK?\0",
        "refuses": b"INSTREAM size limit exceeded. ERROR\0",
    }

    def __init__(self) -> None:
        self._listener = socket.create_server((HOST, 0))
        self._port = self._listener.getsockname()[1]
        self.address = f"{HOST}:{self._port}"
        self.mood = "good"
        self._listen()

    @contextmanager
    def being(self, mood: str) -> Iterator[None]:
        self.mood = mood
        if mood == "closed":
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        try:
            yield
        finally:
            if mood == "closed":
                self._listener = socket.create_server((HOST, self._port))
                self._listen()
            self.mood = "good"

    def _listen(self) -> None:
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:  # closed
                return
            threading.Thread(target=self._talk, args=(peer,), daemon=True).start()

    def _talk(self, peer: socket.socket) -> None:
        with peer:
            if self.mood == "dies":
                peer.recv(100)
            if self.mood in ("dies", "hangs up"):
                return
            _hear(peer)
            if self.mood == "hangs":
                Event().wait(HANG_SECONDS)
            elif self.mood == "drips":
                drip(peer, b"stream: " + b"." * HANG_SECONDS)
            else:
                peer.sendall(self.SAYS[self.mood])


class Gateway:
    """The simulator of text messages behind a line that fails.

    `closed`: nobody listens. `broken`: 500, nothing is taken. `hangs`: nothing is taken, nothing said.
    `drips`: it is taken, and the answer comes so slowly that nobody hears its end.
    """

    def __init__(self, memory: Path) -> None:
        """memory: where the simulator keeps what it took."""
        self._memory = memory
        self.mood = "good"
        self.over = Event()
        """The mood has ended: what hangs is cut off, as when the system is started anew."""
        self._server = self._open(0)
        self._port = self._server.server_address[1]
        self.url = f"http://{HOST}:{self._port}"

    @property
    def settings(self) -> dict[str, str]:
        """For a house that sends through it."""
        return {
            "EOK_SMS": "eok.linkage.adapters.http_sms.Gateway",
            "EOK_SMS_URL": self.url,
            "EOK_SMS_SECRET": SECRET,
        }

    def taken(self) -> list[str]:
        """Keys of the messages it has, sorted."""
        with self._simulated.store.view() as data:
            return sorted(data.get("by_key", {}))

    def forget(self, key: str) -> None:
        with self._simulated.store.change() as data:
            del data["by_key"][key]

    @contextmanager
    def being(self, mood: str) -> Iterator[None]:
        self.mood, self.over = mood, Event()
        if mood == "closed":
            self.close()
        try:
            yield
        finally:
            if mood == "closed":
                self._server = self._open(self._port)
            self.mood = "good"
            self.over.set()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _open(self, port: int) -> ThreadingHTTPServer:
        server = Server((HOST, port), _moody(self))
        options = Options(port, HOST, f"http://{HOST}:{port}", self._memory, SECRET, "", ())
        server.simulator = self._simulated = Simulated(options)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return server


def _moody(gateway: Gateway) -> type[Line]:
    class Moody(Line):
        protocol_version = "HTTP/1.0"  # no line is kept: each press meets the mood of its moment

        def _answer(self) -> None:
            if gateway.mood == "hangs":
                gateway.over.wait(HANG_SECONDS)
                self.close_connection = True
            elif gateway.mood == "broken":
                self.send_error(500)
            elif gateway.mood == "drips":
                self.wfile: Any = _Drops(self.connection)
                super()._answer()
            else:
                super()._answer()

        do_GET = do_POST = _answer  # noqa: N815

    return Moody


class _Drops:
    """What is written through it leaves byte by byte."""

    def __init__(self, peer: socket.socket) -> None:
        self._peer = peer
        self.closed = False

    def write(self, words: bytes) -> None:
        drip(self._peer, words)

    def flush(self) -> None:
        return

    def close(self) -> None:
        self.closed = True


def drip(peer: socket.socket, words: bytes) -> None:
    """Until it is said, or nobody hears it any more."""
    try:
        for byte in words:
            peer.sendall(bytes([byte]))
            Event().wait(DRIP_SECONDS)
    except OSError:
        return


def _hear(peer: socket.socket) -> None:
    heard = b""
    while not heard.endswith(b"\0\0\0\0") and (piece := peer.recv(65536)):
        heard += piece
