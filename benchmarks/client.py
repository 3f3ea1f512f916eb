"""A tight HTTP/1.1 client: one kept connection, bytes out, bytes in, nothing parsed that nobody asks for.

httpx costs more per request than the server does; it would measure itself.
"""

import socket
from dataclasses import dataclass
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Self
from urllib.parse import urlencode, urlsplit

PIECE = 65536
END = b"\r\n\r\n"


class ConnectionLostError(Exception):
    """The other side hung up before a whole answer: whether it acted is unknown."""


@dataclass(frozen=True)
class Answer:
    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """The first header of this name, or empty."""
        wanted = name.lower().encode() + b":"
        for line in self.head.split(b"\r\n")[1:]:
            if line.lower().startswith(wanted):
                return line[len(wanted) :].strip().decode("latin-1")
        return ""

    def cookies(self) -> dict[str, str]:
        """What it asks the browser to keep."""
        jar: SimpleCookie = SimpleCookie()
        for line in self.head.split(b"\r\n")[1:]:
            if line.lower().startswith(b"set-cookie:"):
                jar.load(line[11:].strip().decode("latin-1"))
        return {name: morsel.value for name, morsel in jar.items()}


class Client:
    """One connection, opened when first needed and again after it was lost."""

    def __init__(self, url: str, *, seconds: float = 30) -> None:
        parts = urlsplit(url)
        self._place = (parts.hostname or "", parts.port or 80)
        self._host = parts.netloc
        self._seconds = seconds
        self._socket: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self.send(self.request("GET", path, headers or {}))

    def post(self, path: str, form: dict[str, str], headers: dict[str, str] | None = None) -> Answer:
        return self.send(self.request("POST", path, headers or {}, urlencode(form).encode()))

    def request(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
        """The bytes of a request, to be made beforehand and sent with `send`."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._host}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if method == "POST":
            lines += [f"Content-Length: {len(body)}", f"Origin: http://{self._host}"]
            if "Content-Type" not in headers:
                lines.append("Content-Type: application/x-www-form-urlencoded")
        return "\r\n".join(lines).encode() + END + body

    def send(self, request: bytes) -> Answer:
        """Raises ConnectionLostError; OSError when nobody listens."""
        try:
            if self._socket is None:
                self._socket = socket.create_connection(self._place, timeout=self._seconds)
                _refuse_ourselves(self._socket)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(request)
            return self._answer(self._socket, has_body=not request.startswith(b"HEAD "))
        except (ConnectionLostError, OSError):
            self.close()
            raise

    def _answer(self, connection: socket.socket, *, has_body: bool) -> Answer:
        data = b""
        while END not in data:
            data += _more(connection)
        head, _, body = data.partition(END)
        lowered = head.lower()
        if b"transfer-encoding: chunked" in lowered:
            body = _chunked(connection, body)
        elif has_body:
            body = _counted(connection, body, lowered)
        answer = Answer(int(head.split(b" ", 2)[1]), head, body)
        if b"connection: close" in lowered:
            self.close()
        return answer


def _refuse_ourselves(connection: socket.socket) -> None:
    """A connection to a free port of this machine may meet itself (RFC 9293 §3.5): then nobody listens yet."""
    if connection.getsockname() == connection.getpeername():
        connection.close()
        raise ConnectionRefusedError


def _counted(connection: socket.socket, body: bytes, lowered_head: bytes) -> bytes:
    _, found, rest = lowered_head.partition(b"content-length:")
    length = int(rest.split(b"\r\n", 1)[0]) if found else 0
    while len(body) < length:
        body += _more(connection)
    return body


def _chunked(connection: socket.socket, data: bytes) -> bytes:
    body = b""
    while True:
        while b"\r\n" not in data:
            data += _more(connection)
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        while len(data) < length + 2:
            data += _more(connection)
        body, data = body + data[:length], data[length + 2 :]
        if length == 0:
            return body


def _more(connection: socket.socket) -> bytes:
    piece = connection.recv(PIECE)
    if not piece:
        raise ConnectionLostError
    return piece
