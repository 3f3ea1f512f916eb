"""clamd: ask the malware scanner (INSTREAM of the clamd protocol, clamd(8))."""

import socket
import struct

from eok.papers.errors import ScannerDownError, UnusableFileError

TIMEOUT_SECONDS = 20
CHUNK = 64 * 1024


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
    with _connect(address) as peer:
        peer.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            chunk = content[start : start + CHUNK]
            peer.sendall(struct.pack(">I", len(chunk)) + chunk)
        peer.sendall(struct.pack(">I", 0))
        return peer.makefile("rb").read().rstrip(b"\0\n").decode(errors="replace")


def _connect(address: str) -> socket.socket:
    if address.startswith("unix:"):
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(TIMEOUT_SECONDS)
        peer.connect(address.removeprefix("unix:"))
        return peer
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=TIMEOUT_SECONDS)
