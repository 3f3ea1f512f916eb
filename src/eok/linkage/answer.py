"""What an outside system answered: bounded in size and time, read only in an expected shape."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from eok.linkage.errors import LinkageError
from eok.linkage.sentences import sentence

LONGEST_ANSWER = 1024 * 1024
"""Bytes. The answers we know are some hundred; more is a fault or an attack."""

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Answer:
    system: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    def read(self, shape: type[Shape]) -> Shape:
        """The body in that shape. The cause is left out of the error: it would quote personal data."""
        try:
            return shape.model_validate_json(self.body)
        except ValidationError:
            raise LinkageError(self.system, sentence(self.system, "unreadable"), retryable=True) from None


def receive(client: httpx.Client, request: httpx.Request, system: str, deadline: float) -> Answer:
    """Send and read to the end, not beyond `deadline` (monotonic seconds), however slowly it drips."""
    response = client.send(request, stream=True)
    try:
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > LONGEST_ANSWER or time.monotonic() > deadline:
                raise httpx.ReadTimeout("too long", request=request)
        return Answer(system, response.status_code, response.headers, bytes(body))
    finally:
        response.close()
