"""Errors for programs: problem details of RFC 9457, with a Korean sentence for the person behind the program."""

from typing import Literal

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict, Field

from eok.core.errors import EokError

MEDIA_TYPE = "application/problem+json"

Code = Literal[
    "bad-request", "not-allowed", "not-found", "wrong-method", "conflict", "too-large", "wrong-type", "invalid",
    "too-many", "fault", "unavailable",
]  # fmt: skip
CODES: dict[int, Code] = {
    400: "bad-request",
    403: "not-allowed",
    404: "not-found",
    405: "wrong-method",
    409: "conflict",
    413: "too-large",
    415: "wrong-type",
    422: "invalid",
    429: "too-many",
    500: "fault",
    503: "unavailable",
}
TITLES: dict[Code, str] = {
    "bad-request": "물음을 읽을 수 없습니다",
    "not-allowed": "할 수 없는 일입니다",
    "not-found": "찾는 것이 없습니다",
    "wrong-method": "이 주소는 다른 방법으로 묻습니다",
    "conflict": "그 사이에 바뀌었습니다",
    "too-large": "보낸 것이 너무 큽니다",
    "wrong-type": "보낸 것의 종류를 받지 않습니다",
    "invalid": "적은 값이 맞지 않습니다",
    "too-many": "잠시 기다려야 합니다",
    "fault": "우리 쪽에 문제가 생겼습니다",
    "unavailable": "지금은 답할 수 없습니다",
}
"""What each code means; the page `/api/` lists them, and `type` leads there."""


class UnreadableQuestionError(EokError):
    """An unknown parameter, a value that fits no parameter, a body that is no JSON."""


class WrongMediaTypeError(EokError):
    """A body of a kind that is not taken."""

    status = 415


class WrongMethodError(EokError):
    """The address is there, but not for this method."""

    status = 405


class Problem(BaseModel):
    """RFC 9457 §3.1, with `code` beside."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str = Field(description="이 오류를 설명하는 주소")
    title: str = Field(description="오류의 종류. 같은 code이면 언제나 같습니다")
    status: int = Field(description="HTTP 상태", ge=400, le=599)
    code: Code = Field(description="프로그램이 견주는 이름")
    detail: str = Field(description="무슨 일이 있었고 어떻게 하면 되는지")
    field: str | None = Field(default=None, description="값이 맞지 않는 곳")


def problem(status: int, detail: str, *, field: str | None = None) -> HttpResponse:
    """The answer to a question that can't be answered."""
    code = CODES.get(status, "fault" if status >= 500 else "bad-request")
    said = Problem(
        type=f"/api/#{code}", title=TITLES[code], status=status, code=code, detail=detail, field=field
    )
    return HttpResponse(said.model_dump_json(exclude_none=True), content_type=MEDIA_TYPE, status=status)


def of_error(error: EokError) -> HttpResponse:
    """An error of the house, with how long to wait where it says so (RFC 9110 §10.2.3)."""
    response = problem(error.status, error.message, field=getattr(error, "field", None))
    if (seconds := getattr(error, "seconds", None)) is not None:
        response.headers["Retry-After"] = str(seconds)
    return response
