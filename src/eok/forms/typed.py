"""What somebody typed that is no answer yet: kept in the draft word for word, counted as unanswered.

So nothing typed is lost when a page is left half done or mended on another device; it is never filed.
"""

from collections.abc import Mapping
from typing import Any, Protocol

TYPED = "typed"
"""The only key of a stored value that is no answer: `{"typed": {"birth_date.year": ["19888"]}}`."""


class Raw(Protocol):
    """What a browser sent: Django's QueryDict fulfils it."""

    def getlist(self, key: str) -> list[str]: ...

    def __contains__(self, key: object) -> bool: ...


class Posted(dict[str, list[str]]):
    """The same, made of plain values."""

    def getlist(self, key: str) -> list[str]:
        return self.get(key, [])


def keep(names: tuple[str, ...], raw: Raw) -> dict[str, Any]:
    """The stored form of what was typed into these inputs."""
    return {TYPED: {name: list(raw.getlist(name)) for name in names if name in raw}}


def is_typed(stored: object) -> bool:
    return isinstance(stored, Mapping) and TYPED in stored


def posted(stored: Mapping[str, Any]) -> Posted:
    """What was typed, as if it came from the browser again."""
    return Posted({name: list(values) for name, values in stored[TYPED].items()})
