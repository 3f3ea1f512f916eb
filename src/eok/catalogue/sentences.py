"""Faults of a file in Korean, from pydantic's kinds."""

import difflib
from collections.abc import Collection, Mapping

from pydantic_core import ErrorDetails

_KINDS: Mapping[str, str] = {
    "missing": "빠졌습니다",
    "extra_forbidden": "모르는 이름입니다. 철자를 확인해 주세요",
    "string_type": "글이어야 합니다",
    "string_pattern_mismatch": "소문자와 숫자, 붙임표로 된 이름이어야 합니다",
    "string_too_short": "비어 있습니다",
    "string_too_long": "너무 깁니다",
    "int_type": "정수여야 합니다",
    "int_parsing": "정수여야 합니다",
    "greater_than_equal": "너무 작습니다",
    "less_than_equal": "너무 큽니다",
    "bool_type": "true나 false여야 합니다",
    "bool_parsing": "true나 false여야 합니다",
    "date_type": "날짜(2026-11-22 꼴)여야 합니다",
    "date_from_datetime_parsing": "날짜(2026-11-22 꼴)여야 합니다",
    "date_parsing": "날짜(2026-11-22 꼴)여야 합니다",
    "tuple_type": "목록([ ] 또는 - 로 시작하는 줄)이어야 합니다",
    "dict_type": "이름: 값 꼴이어야 합니다",
    "model_type": "이름: 값 꼴이어야 합니다",
}


def fault(details: ErrorDetails, names: Collection[str] = ()) -> str:
    """`papers.0.name: 빠졌습니다`. names: those that may stand there, to tell which one a slip meant."""
    where = ".".join(str(part) for part in details["loc"])
    said = _said(details)
    if details["type"] == "extra_forbidden":
        said += meant(str(details["loc"][-1]), names)
    return f"{where}: {said}" if where else said


def meant(word: str, known: Collection[str]) -> str:
    """Which known word a slip stands for, if one is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" (‘{near[0]}’을(를) 뜻했나요?)" if near else ""


def _said(details: ErrorDetails) -> str:
    kind = details["type"]
    if kind == "value_error":
        return str(details["msg"]).removeprefix("Value error, ")
    if kind in ("enum", "literal_error"):
        return f"{details['input']}은(는) 쓸 수 없습니다. 쓸 수 있는 값: {details['ctx']['expected']}"
    return _KINDS.get(kind, str(details["msg"]))
