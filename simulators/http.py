"""Requests, answers and routes of the simulators: just enough over the standard library's server."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode


class Refused(Exception):
    """Answered with that status and reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Dropped(Exception):
    """The line is closed without an answer."""


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Message
    body: bytes

    @property
    def wants_page(self) -> bool:
        """A person's browser asks, not a program."""
        return "text/html" in self.headers.get("Accept", "")

    @property
    def is_form(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded")

    def form(self) -> dict[str, str]:
        try:
            return dict(parse_qsl(self.body.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            raise Refused(400, "보낸 내용을 읽을 수 없습니다.") from None

    def json(self) -> dict[str, Any]:
        try:
            value = json.loads(self.body or b"{}")
        except ValueError:
            raise Refused(400, "보낸 내용이 JSON이 아닙니다.") from None
        if not isinstance(value, dict):
            raise Refused(400, "보낸 내용이 JSON 객체가 아닙니다.")
        return value

    def key(self) -> str:
        """The idempotency key. Raises Refused without one."""
        key = self.headers.get("Idempotency-Key", "")
        if not key:
            raise Refused(400, "Idempotency-Key가 없습니다.")
        return key


@dataclass(frozen=True)
class Response:
    body: bytes = b""
    status: int = HTTPStatus.OK
    content_type: str = "application/json; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


def as_json(value: object, status: int = HTTPStatus.OK) -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(), status)


def as_html(text: str, status: int = HTTPStatus.OK, headers: Mapping[str, str] | None = None) -> Response:
    return Response(text.encode(), status, "text/html; charset=utf-8", headers or {})


def redirect(url: str, params: Mapping[str, str] | None = None) -> Response:
    """To `url`, with the parameters added to those it has."""
    joint = "&" if "?" in url else "?"
    target = f"{url}{joint}{urlencode(params)}" if params else url
    return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": target})


Handler = Callable[..., Response]


@dataclass(frozen=True)
class Route:
    method: str
    pattern: str
    """A path; `{name}` stands for one part of it and is given to the handler by that name."""
    handler: Handler

    def matches(self, path: str) -> dict[str, str] | None:
        found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.pattern), path)
        return {name: unquote(part) for name, part in found.groupdict().items()} if found else None
