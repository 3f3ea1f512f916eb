"""What a search answers: affairs with the reason each was found, and what to ask when it is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from eok.catalogue.schema import Service
from eok.search.analyse import Correction


@dataclass(frozen=True)
class Why:
    """One reason: `‘식당’ → 식품 영업`."""

    kind: Literal["word", "action", "title", "consonants", "name"]
    source: str
    found: str


@dataclass(frozen=True)
class Hit:
    """An affair that was found."""

    service: Service
    score: float
    coverage: float
    """Part of what was meant that this affair has: 0 to 1."""
    name: str
    """The name of the affair that matched best (one form may serve several affairs)."""
    action: str
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Ask:
    """A question to ask back, as chips."""

    title: str
    help: str
    chips: tuple[tuple[str, str], ...]
    """Label and query of each."""


@dataclass(frozen=True)
class Facet:
    """One value of a filter and how many hits it leaves."""

    key: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Results:
    """The answer to a search."""

    words: str
    """As typed."""
    hits: tuple[Hit, ...]
    winner: Hit | None
    """The one clearly meant."""
    ask_back: Ask | None
    corrected: tuple[Correction, ...]
    abstained: bool
    """Nothing fits well enough to be called a result."""
    near: tuple[Hit, ...] = ()
    """When it abstained: what shares a part of the words."""
    facets: Mapping[str, tuple[Facet, ...]] | None = None
    """By group: action, channel, period, sector, fee; values without a hit are left out."""
    action: str | None = None
    """What one wants to do, when the words say so."""
