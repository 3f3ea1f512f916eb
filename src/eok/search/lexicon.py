"""The words of `data/words`: everyday words, what one wants to do, endings, what to ask back.

Each everyday line has a reason and a query it must pass; a line without a test is not taken in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from eok.offices import data_file
from eok.search.normalize import normalize, squeeze

LINES = ("shops.yaml", "living.yaml")
Key = Annotated[str, Field(min_length=2)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Trial(Part):
    """A query the line must pass."""

    query: str
    finds: str | None = None
    """Service that must be found; None: we have none yet, it must not win with another."""


class Line(Part):
    """One line of everyday words."""

    keys: tuple[Key, ...]
    means: tuple[str, ...]
    """Alternatives; any of them is what is meant."""
    ask: str | None = None
    """Id of the question to ask back: the word alone is too vague."""
    why: str
    trial: Trial = Field(alias="try")


class Action(Part):
    """하려는 일."""

    id: str
    label: str
    say: str
    """Word for it in a question asked back; one of its keys."""
    titles: tuple[str, ...]
    keys: tuple[Key, ...]
    means: tuple[str, ...]


class Chip(Part):
    """An answer to choose."""

    label: str
    query: str


class Ask(Part):
    """A question to ask back."""

    id: str
    title: str
    help: str
    chips: tuple[Chip, ...]


class Endings(Part):
    endings: tuple[str, ...]
    """The longest first: the order in which they are tried."""
    stop: frozenset[str]
    generic: frozenset[str]
    """Words nearly every affair has; they find nothing alone."""


OPEN = "open"
"""The action of an affair whose name says no other."""


@dataclass(frozen=True)
class Meaning:
    """What a key stands for."""

    key: str
    means: tuple[str, ...]
    action: str | None = None
    ask: str | None = None


@dataclass(frozen=True)
class Lexicon:
    """All words, ready for use."""

    lines: tuple[Line, ...]
    actions: tuple[Action, ...]
    asks: Mapping[str, Ask]
    words: Endings
    latin: frozenset[str]
    keys: Mapping[str, Meaning]
    """Key without spaces → meaning."""

    def action_of(self, title: str) -> str:
        """What one does with an affair of this name."""
        squeezed = squeeze(title)
        named = (a.id for a in self.actions if any(word in squeezed for word in a.titles))
        return next(named, OPEN)

    def action(self, action: str) -> Action:
        return next(a for a in self.actions if a.id == action)


@lru_cache(maxsize=4)
def load(folder: Path) -> Lexicon:
    """Read `data/words`. Raises pydantic's ValidationError, FileNotFoundError."""
    lines = tuple(line for name in LINES for line in _read(folder / name, tuple[Line, ...]))
    actions: tuple[Action, ...] = _read(folder / "actions.yaml", tuple[Action, ...])
    asks: tuple[Ask, ...] = _read(folder / "questions.yaml", tuple[Ask, ...])
    return Lexicon(
        lines=lines,
        actions=actions,
        asks={ask.id: ask for ask in asks},
        words=_endings(folder / "endings.yaml"),
        latin=frozenset(_read(folder / "latin.yaml", tuple[str, ...])),
        keys={meaning.key: meaning for meaning in _meanings(lines, actions)},
    )


def _endings(path: Path) -> Endings:
    words: Endings = _read(path, Endings)
    return words.model_copy(update={"endings": tuple(sorted(words.endings, key=len, reverse=True))})


def _meanings(lines: tuple[Line, ...], actions: tuple[Action, ...]) -> Iterator[Meaning]:
    for line in lines:
        for key in line.keys:
            yield Meaning(squeeze(normalize(key)), line.means, ask=line.ask)
    for action in actions:
        for key in action.keys:
            yield Meaning(squeeze(normalize(key)), action.means, action=action.id)


def _read(path: Path, kind: Any) -> Any:
    return TypeAdapter(kind).validate_python(data_file.read(path).value)
