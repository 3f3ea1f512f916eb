"""What is stored to be read later carries its version, and is brought up to today's when it is read.

A job may lie for days and be read by a newer program; after a step back, by an older one. The history of
a case is read for ever. What an older program wrote is upcast; what a newer one wrote is refused, never
misread. A payload without a version was written before there were any: it is version 1.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from eok.core.errors import EokError

Upcast = Callable[[dict[str, Any], int], dict[str, Any]]
"""From fields and the older version they were written in to the fields of today's."""

FIRST = 1


class UnknownVersionError(EokError):
    """Written by a program newer than this one."""

    status = 500

    def __init__(self, what: str, written: int, known: int) -> None:
        super().__init__(
            f"{what}: 판 {written}(으)로 적혀 있는데 이 프로그램은 판 {known}까지 읽습니다. 내용은 그대로 있습니다. "
            "프로그램을 새 판으로 올린 뒤 다시 해 주세요."
        )


@dataclass(frozen=True)
class Spelling:
    """How one kind of payload is written today, and how older ones are read."""

    version: int = FIRST
    """Raised when a field comes, goes or changes its meaning."""
    upcast: Upcast | None = None
    """Needed as soon as an older version was ever written."""

    def __post_init__(self) -> None:
        if (self.version > FIRST) != (self.upcast is not None):
            raise ValueError("an upcast is there exactly when an older version was ever written")

    def written(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """With the version it is written in."""
        return {"version": self.version, **fields}

    def read(self, payload: Mapping[str, Any], what: str) -> dict[str, Any]:
        """Today's fields of what `written` gave. Raises UnknownVersionError."""
        fields = dict(payload)
        return self.brought_up(fields, int(fields.pop("version", FIRST)), what)

    def brought_up(self, fields: dict[str, Any], written: int, what: str) -> dict[str, Any]:
        """Today's fields. what: named to the operator. Raises UnknownVersionError."""
        if not FIRST <= written <= self.version:
            raise UnknownVersionError(what, written, self.version)
        return fields if written == self.version or self.upcast is None else self.upcast(fields, written)


FIRST_SPELLING = Spelling()
