"""The outermost guard: an address that asks faster than any office can gets a short no, before the page cache.

A page from memory costs 20–30 µs; this adds about one. Addresses of this machine are not counted: they are ours, or
all visitors at once behind a proxy that `EOK_PROXIES` does not name, and those must not wait for one another.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from eok.gate.bucket import Own
from eok.gate.limits import PAGES, Rate

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

OURSELVES = ("127.", "::1", "::ffff:127.")
WORDS = "요청이 너무 잦아 잠시 멈췄습니다. 저장한 것은 그대로 있습니다. 조금 뒤에 다시 해 주세요.\n".encode()


def guarded(app: App, rate: Rate = PAGES, *, on: bool = True) -> App:
    """The application behind the guard."""
    own = Own()

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        address = environ.get("REMOTE_ADDR", "")
        wait = 0.0 if address.startswith(OURSELVES) else own.take(address, rate, time.monotonic())
        if not wait:
            return app(environ, start_response)
        start_response("429 Too Many Requests", _headers(wait))
        return [WORDS]

    return answer if on else app


def _headers(wait: float) -> list[tuple[str, str]]:
    return [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(WORDS))),
        ("Retry-After", str(int(wait) + 1)),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
