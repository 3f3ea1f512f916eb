"""Whole pages as bytes, outside Django, for everyone who has no session.

Why here and not as middleware: a hit costs a dictionary look-up (measured 0.83 of the bare server,
0.15–0.3 as Django middleware). A page is kept only if its view says so, never for a request with a
session cookie or an unknown parameter. Strong ETag and 304 (RFC 9110 §8.8.3, §13.1.2).
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http.cookies import SimpleCookie
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

import brotli

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
App = Callable[[Environ, StartResponse], Iterable[bytes]]

MARK = "X-Eok-Keep"
"""Set by a view that may be kept: `version` or `minute`; never leaves the house."""
PARAMETERS = frozenset({"q", "page", "sector", "event", "action", "online", "after", "limit"})
DISPLAY_COOKIE = "eok_display"
SESSION_COOKIE = "eok_session"
STATIC = "/static/"
MAX_BYTES = 48 * 1024 * 1024
MAX_KEY = 300


Key = tuple[str, str, str, str]
"""Path, query, display settings, encoding."""


@dataclass(frozen=True)
class Kept:
    """One page in one encoding."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str
    by_minute: bool
    stamp: str
    """The version, or version and minute, it was made in; in another it is made anew."""


class PageCache:
    """WSGI middleware: answers from memory or asks the application."""

    def __init__(self, app: App, *, version: Callable[[], str], minute: Callable[[], str]) -> None:
        self._app, self._version, self._minute = app, version, minute
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0
        self._lock = Lock()
        self.hits: dict[str, int] = {}
        """Hits by path since they were last taken, for the statistics."""

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        if key is None:
            return _without_mark(self._app, environ, start_response)
        kept = self._pages.get(key)
        if kept is None or kept.stamp != self._stamp(kept.by_minute):
            return self._fetch(key, environ, start_response)
        self.hits[environ["PATH_INFO"]] = self.hits.get(environ["PATH_INFO"], 0) + 1
        return _answer(kept, environ, start_response)

    def _stamp(self, by_minute: bool) -> str:
        return f"{self._version()}|{self._minute()}" if by_minute else self._version()

    def _key(self, environ: Environ) -> Key | None:
        """What makes this page; None when it may not come from memory."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or "HTTP_HX_REQUEST" in environ:
            return None
        cookies = environ.get("HTTP_COOKIE", "")
        if SESSION_COOKIE in cookies or environ["PATH_INFO"].startswith(STATIC):
            return None
        asked = environ.get("QUERY_STRING", "")
        query = _sorted(asked) if len(asked) + len(environ["PATH_INFO"]) <= MAX_KEY else None
        if query is None:
            return None
        encoding = _encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        return environ["PATH_INFO"], query, _display(cookies) if cookies else "", encoding

    def _fetch(self, key: Key, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        seen: list[Any] = []
        stamps = {by_minute: self._stamp(by_minute) for by_minute in (False, True)}

        def remember(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            seen[:] = [status, headers]
            return lambda _: None

        chunks = self._app({**environ, "REQUEST_METHOD": "GET"}, remember)
        body = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        status, headers = seen
        keep = dict(headers).get(MARK)
        clean = [(n, v) for n, v in headers if n != MARK]
        if keep is None or not status.startswith("200") or any(n == "Set-Cookie" for n, _ in clean):
            start_response(status, clean)
            return [b""] if environ["REQUEST_METHOD"] == "HEAD" else [body]
        by_minute = keep == "minute"
        kept = _pack(status, clean, body, key[-1], by_minute=by_minute, stamp=stamps[by_minute])
        self._store(key, kept)
        return _answer(kept, environ, start_response)

    def _store(self, key: Key, kept: Kept) -> None:
        with self._lock:
            old = self._pages.pop(key, None)
            self._pages[key] = kept
            self._size += len(kept.body) - (len(old.body) if old else 0)
            while self._size > MAX_BYTES:
                _, oldest = self._pages.popitem(last=False)
                self._size -= len(oldest.body)


def _without_mark(app: App, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        return start_response(
            status, [(n, v) for n, v in headers if n != MARK], *([exc_info] if exc_info else [])
        )

    return app(environ, start)


def _pack(
    status: str, headers: list[tuple[str, str]], body: bytes, encoding: str, *, by_minute: bool, stamp: str
) -> Kept:
    packed = _compress(body, encoding)
    etag = f'"{hashlib.sha256(packed).hexdigest()[:24]}"'
    dropped = {"content-length", "content-encoding", "etag", "vary", "cache-control"}
    kept = [(n, v) for n, v in headers if n.lower() not in dropped]
    kept += [("Content-Length", str(len(packed))), ("ETag", etag), ("Vary", "Cookie, Accept-Encoding")]
    kept.append(("Cache-Control", "private, no-cache"))
    if encoding:
        kept.append(("Content-Encoding", encoding))
    return Kept(status, tuple(kept), packed, etag, by_minute, stamp)


def _compress(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        packed: bytes = brotli.compress(body, quality=9)
        return packed
    return gzip.compress(body, 9, mtime=0) if encoding == "gzip" else body


def _answer(kept: Kept, environ: Mapping[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    if kept.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", [("ETag", kept.etag), ("Vary", "Cookie, Accept-Encoding")])
        return [b""]
    start_response(kept.status, list(kept.headers))
    return [b""] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]


@lru_cache(maxsize=1024)
def _sorted(query: str) -> str | None:
    """One spelling of what is asked; None when nobody knows a parameter."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return repr(sorted(pairs)) if all(name in PARAMETERS for name, _ in pairs) else None


@lru_cache(maxsize=256)
def _encoding(accepted: str) -> str:
    return "br" if "br" in accepted else "gzip" if "gzip" in accepted else ""


def _display(cookies: str) -> str:
    if DISPLAY_COOKIE not in cookies:
        return ""
    kept = SimpleCookie(cookies)
    morsel = kept.get(f"__Host-{DISPLAY_COOKIE}") or kept.get(DISPLAY_COOKIE)
    return morsel.value[:40] if morsel else ""
