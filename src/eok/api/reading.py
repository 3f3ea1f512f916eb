"""Reads what was asked: strictly, into the class of the address."""

import json
from typing import Any

from django.http import HttpRequest
from pydantic import ValidationError

from eok.api.problems import UnreadableQuestionError, WrongMediaTypeError
from eok.api.questions import Question
from eok.core.errors import InvalidError

MAX_JSON = 10_000
"""Bytes; the longest question has under 100."""
ONE_FILE = frozenset({"file"})


def query(request: HttpRequest, kind: type[Question]) -> Question:
    """Each parameter known, once, and of its kind. Raises UnreadableQuestionError."""
    given = request.GET
    twice = [name for name in given if len(given.getlist(name)) > 1]
    unknown = [name for name in given if name not in kind.model_fields]
    if unknown or twice:
        raise UnreadableQuestionError(
            f"{_named((unknown or twice)[0])}: {'모르는 이름입니다' if unknown else '두 번 적혔습니다'}. "
            f"받는 이름은 {', '.join(kind.model_fields) or '없습니다'}. 고쳐서 다시 물어봐 주세요."
        )
    try:
        return kind.model_validate(given.dict())
    except ValidationError as error:
        raise UnreadableQuestionError(_sentence(error)) from error


def body(request: HttpRequest, kind: type[Question]) -> Question:
    """A JSON object. Raises WrongMediaTypeError, UnreadableQuestionError, InvalidError."""
    if request.content_type != "application/json":
        raise WrongMediaTypeError("application/json만 받습니다. 읽지 않았습니다. Content-Type을 고쳐 주세요.")
    sent = _json(request.read(MAX_JSON + 1))
    try:
        return kind.model_validate(sent, strict=True)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InvalidError(_sentence(error), _named(where)) from error


def file(request: HttpRequest) -> Any:
    """The one file of a multipart form; None when there is none. Raises WrongMediaTypeError, UnreadableQuestionError."""
    if request.content_type != "multipart/form-data":
        raise WrongMediaTypeError(
            "multipart/form-data만 받습니다. 읽지 않았습니다. Content-Type을 고쳐 주세요."
        )
    if request.GET or request.POST or set(request.FILES) - ONE_FILE or len(request.FILES.getlist("file")) > 1:
        raise UnreadableQuestionError(
            "file이라는 이름으로 파일 하나만 받습니다. 확인한 것이 없습니다. 나머지를 빼고 다시 보내 주세요."
        )
    return request.FILES.get("file")


def _json(raw: bytes) -> Any:
    if len(raw) > MAX_JSON:
        raise UnreadableQuestionError("보낸 내용이 너무 깁니다. 읽지 않았습니다. 번호만 보내 주세요.")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise UnreadableQuestionError(
            "보낸 내용이 JSON이 아닙니다. 읽지 않았습니다. 고쳐서 다시 보내 주세요."
        ) from error


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    where = _named(".".join(str(part) for part in first["loc"]) or "body")
    return f"{where}: {KINDS.get(first['type'], '받을 수 없는 값입니다')}. 설명(/api/)을 보고 고쳐 주세요."


def _named(name: str) -> str:
    """What the asker wrote, as far as it can be written back."""
    return name[:40].encode("utf-8", "replace").decode()


KINDS = {
    "missing": "꼭 있어야 합니다",
    "extra_forbidden": "모르는 이름입니다",
    "string_pattern_mismatch": "꼴이 맞지 않습니다",
    "string_too_long": "너무 깁니다",
    "string_too_short": "너무 짧습니다",
    "literal_error": "정해진 말이 아닙니다",
    "int_parsing": "정수가 아닙니다",
    "greater_than_equal": "너무 작습니다",
    "less_than_equal": "너무 큽니다",
    "string_type": "글자여야 합니다",
    "model_type": "{ }로 적습니다",
}
"""pydantic's names of faults, in words."""
