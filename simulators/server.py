"""Runs a simulator: command line, refusal in production, the ready line, one thread per request."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from simulators.http import Dropped, Refused, Request, Response, as_json
from simulators.simulator import Simulator

LONGEST_BODY = 1024 * 1024
NOT_IN_PRODUCTION = (
    "모의 시스템은 운영(EOK_PRODUCTION=1)에서 시작하지 않습니다. 시험용 자료가 실제와 섞일 수 있습니다. "
    "실제 연계 주소를 설정해 주세요."
)


@dataclass(frozen=True)
class Options:
    """What the command line said."""

    port: int
    host: str
    base_url: str
    """As seen from outside; the address of this process unless something stands before it."""
    state: Path | None
    secret: str
    callback_url: str
    origins: tuple[str, ...]
    """Where people may be sent back to, beside this machine."""


Build = Callable[[Options], Simulator]


def run(build: Build, name: str, *, callback_path: str = "") -> int:
    """Serve until ended. Exit code 2 on refusal.

    callback_path: where the portal on this machine (`EOK_PORT`) hears from the simulator.
    """
    if os.environ.get("EOK_PRODUCTION", "0") != "0":
        sys.stderr.write(NOT_IN_PRODUCTION + "\n")
        return 2
    chosen = _read(name, callback_path)
    try:
        server = Server((chosen.host, chosen.port), Line)
    except OSError as error:
        sys.stderr.write(
            f"포트 {chosen.port}을(를) 열 수 없습니다({error.strerror}). 이미 쓰고 있을 수 있습니다. "
            "--port로 다른 번호를 주세요.\n"
        )
        return 2
    return _serve(server, chosen, build)


def _serve(server: "Server", chosen: argparse.Namespace, build: Build) -> int:
    port = server.server_address[1]
    here = chosen.base_url or f"http://{chosen.host}:{port}"
    options = Options(
        port=int(port),
        host=chosen.host,
        base_url=here.rstrip("/"),
        state=chosen.state,
        secret=chosen.secret,
        callback_url=chosen.callback_url,
        origins=tuple(chosen.origin),
    )
    server.simulator = build(options)
    sys.stdout.write(f"ready {options.base_url}\n")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0


def _read(name: str, callback_path: str) -> argparse.Namespace:
    """What `./eok start` sets in the environment is the default of each argument."""
    environ = os.environ
    parser = argparse.ArgumentParser(prog=f"python -m simulators.{name}", description="시험용 모의 시스템")
    parser.add_argument("--port", type=int, default=0, help="0이면 빈 포트")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--base-url", default="", help="바깥에서 보이는 주소")
    kept = (
        Path(environ["EOK_STATE_DIR"], "simulators", f"{name}.json") if "EOK_STATE_DIR" in environ else None
    )
    parser.add_argument("--state", type=Path, default=kept, help="기억을 둘 파일(없으면 메모리)")
    secret = environ.get(f"EOK_{name.upper()}_SECRET") or "demonstration"
    parser.add_argument("--secret", default=secret, help="나눈 비밀값")
    heard = f"http://127.0.0.1:{environ['EOK_PORT']}{callback_path}" if "EOK_PORT" in environ else ""
    parser.add_argument("--callback-url", default=heard if callback_path else "", help="알림을 보낼 주소")
    origin = environ.get("EOK_BASE_URL", "")
    parser.add_argument("--origin", action="append", default=[origin] if origin else [], help="돌아갈 누리집")
    return parser.parse_args()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    simulator: Simulator

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hung up before the answer is no error here; anything else is told."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            sys.stderr.write(f"{self.simulator.name}: {error!r}\n")


class Line(BaseHTTPRequestHandler):
    """One connection. Nothing is logged: requests hold personal data."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    server: Server

    def _answer(self) -> None:
        try:
            response = self.server.simulator.answer(self._request())
        except Refused as refused:
            response = as_json({"error": refused.reason}, refused.status)
        except Dropped:
            self.close_connection = True
            return
        self._send(response)

    do_GET = do_POST = do_DELETE = do_HEAD = _answer  # noqa: N815

    def _request(self) -> Request:
        parts = urlsplit(self.path)
        length = self.headers.get("Content-Length") or "0"
        if not length.isdecimal() or int(length) > LONGEST_BODY:
            self.close_connection = True
            raise Refused(413, "보낸 내용이 너무 큽니다.")
        body = self.rfile.read(int(length))
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        return Request(self.command, parts.path, query, self.headers, body)

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("X-Eok-Simulator", self.server.simulator.name)
        self.send_header("X-Robots-Tag", "noindex")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.send_header(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        )
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: object) -> None:
        return
