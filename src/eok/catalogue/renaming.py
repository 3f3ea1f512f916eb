"""Questions of a block under other ids and a further condition: 양도인 and 양수인 are the same questions, asked twice.

Ids get a prefix; what the block's own conditions, bounds and look-ups say of them goes along. An answer the block
does not ask itself keeps its name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eok.offices.data_file import DataFile

_ANSWER = re.compile(r"answers\s*\.\s*([a-z_][a-z0-9_]*)")
_BOUNDS = ("not_before", "not_after")


def of(items: Sequence[DataFile], kind: str, *, when: str | None, prefix: str) -> list[DataFile]:
    """items: pages or questions of one block, which may speak of each other."""
    names = {name: f"{prefix}{name}" for item in items for name in asked(item.value, kind)}
    return [_renamed(item, kind, names, when, prefix) for item in items]


def _renamed(item: DataFile, kind: str, names: Mapping[str, str], when: str | None, prefix: str) -> DataFile:
    value = _page(item.value, names, when, prefix) if kind == "pages" else _question(item.value, names, when)
    return DataFile(value, {**item.places, **_new_places(item, value, kind)})


def asked(value: Mapping[str, Any], kind: str) -> Iterator[str]:
    """Ids of its questions."""
    questions = value.get("questions", ()) if kind == "pages" else (value,)
    yield from (question["id"] for question in questions if "id" in question)


def _page(value: dict[str, Any], names: Mapping[str, str], when: str | None, prefix: str) -> dict[str, Any]:
    questions = [_question(one, names, when) for one in value.get("questions", ())]
    return {**value, "id": f"{prefix.replace('_', '-')}{value.get('id', '')}", "questions": questions}


def _question(value: dict[str, Any], names: Mapping[str, str], when: str | None) -> dict[str, Any]:
    out = {**value, "id": names.get(value.get("id", ""), value.get("id"))}
    conditions = [text for text in (when, expression(value.get("when"), names)) if text]
    if conditions:
        out["when"] = conditions[0] if len(conditions) == 1 else " && ".join(f"({one})" for one in conditions)
    for key in _BOUNDS:
        if key in value:
            out[key] = names.get(value[key], value[key])
    return out


def expression(text: str | None, names: Mapping[str, str]) -> str | None:
    """A condition that speaks of the answers under their new ids."""
    if text is None:
        return None
    return _ANSWER.sub(lambda found: f"answers.{names.get(found[1], found[1])}", text)


def _new_places(item: DataFile, value: Mapping[str, Any], kind: str) -> dict[Any, Any]:
    """A condition that was added stands where its question stands."""
    if kind != "pages":
        return {("when",): item.place(())} if "when" in value else {}
    found = enumerate(value["questions"])
    return {("questions", n, "when"): item.place(("questions", n)) for n, one in found if "when" in one}
