"""clamd: ask the malware scanner (INSTREAM of the clamd protocol, clamd(8)).

Somebody waits in front of the page: all of it together may take TIMEOUT_SECONDS, also when the scanner
answers drop by drop.
"""

import socket
import struct
from time import monotonic

from eok.papers.errors import ScannerDownError, UnusableFileError

TIMEOUT_SECONDS = 20
CHUNK = 64 * 1024
LONGEST_ANSWER = 4096


def scan(address: str, content: bytes) -> str:
    """`clean`, or `unscanned` when no scanner is configured.

    address: `unix:/path` or `host:port`.  Raises UnusableFileError (malware), ScannerDownError.
    """
    if not address:
        return "unscanned"
    try:
        answer = _ask(address, content)
    except OSError as error:
        raise ScannerDownError from error
    if answer.endswith("OK"):
        return "clean"
    if answer.endswith("FOUND"):
        raise UnusableFileError(
            "이 파일에서 악성코드가 발견되었습니다.", "다른 기기에서 새로 만든 파일을 올려 주세요."
        )
    raise ScannerDownError


def _ask(address: str, content: bytes) -> str:
    """Raises OSError, TimeoutError among them."""
    deadline = monotonic() + TIMEOUT_SECONDS
    with _connect(address) as peer:
        _send(peer, b"zINSTREAM\0", deadline)
        for start in range(0, len(content), CHUNK):
            chunk = content[start : start + CHUNK]
            _send(peer, struct.pack(">I", len(chunk)) + chunk, deadline)
        _send(peer, struct.pack(">I", 0), deadline)
        return _answer(peer, deadline).rstrip(b"\0\n").decode(errors="replace")


def _send(peer: socket.socket, words: bytes, deadline: float) -> None:
    peer.settimeout(_left(deadline))
    peer.sendall(words)


def _answer(peer: socket.socket, deadline: float) -> bytes:
    """Until it hangs up; one line is all it has to say."""
    said = b""
    while len(said) < LONGEST_ANSWER:
        peer.settimeout(_left(deadline))
        piece = peer.recv(LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said


def _left(deadline: float) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _connect(address: str) -> socket.socket:
    if address.startswith("unix:"):
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(TIMEOUT_SECONDS)
        peer.connect(address.removeprefix("unix:"))
        return peer
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT_SECONDS)
