"""What CEL's compiler objects to, in Korean and with its place, for the civil servants who edit the data."""

import re

_PLACE = re.compile(r"<input>:(\d+):(\d+): (.*?)(?:\n|$)")
_TYPES = {
    "wrapper(bool)": "네/아니요", "bool": "네/아니요", "wrapper(int)": "수", "int": "수", "double": "소수",
    "wrapper(string)": "글", "string": "글", "list(string)": "여러 답", "null_type": "null",
    "map(string, string)": "주소",
}  # fmt: skip


def in_korean(message: str) -> str:
    """One sentence per fault, each with the line and character it stands at; joined by spaces."""
    faults = [_sentence(int(line), int(column), text) for line, column, text in _PLACE.findall(message)]
    return " ".join(faults) or f"식을 읽을 수 없습니다: {message}"


def kind_in_korean(name: str) -> str:
    """수, 글 …: the name CEL gives a type, in Korean."""
    return _TYPES.get(name.lower(), name)


def _sentence(line: int, column: int, text: str) -> str:
    place = f"{column}번째 글자" if line == 1 else f"{line}째 줄 {column}번째 글자"
    return f"{place}: {_said(text)}"


def _said(text: str) -> str:
    if found := re.match(r"undeclared reference to '([^']*)'", text):
        return _unknown(found[1])
    if found := re.match(r"found no matching overload for '([^']*)' applied to '\((.*)\)'", text):
        return f"‘{_sign(found[1])}’의 꼴이 맞지 않습니다({_kinds(found[2])})."
    if text.startswith("Syntax error"):
        return f"식의 문법이 맞지 않습니다({text.removeprefix('Syntax error: ')})."
    return f"{text}."


def _unknown(name: str) -> str:
    if name.startswith("answers."):
        return f"‘{name.removeprefix('answers.')}’이라는 물음이 없습니다."
    return f"‘{name}’은 쓸 수 없는 이름입니다. 답은 answers.물음의id로 적습니다."


def _sign(overload: str) -> str:
    return overload.strip("_@").replace("?_:_", "?:") or overload


def _kinds(types: str) -> str:
    known = "|".join(re.escape(name) for name in sorted(_TYPES, key=len, reverse=True))
    return re.sub(known, lambda found: _TYPES[found[0]], types)
