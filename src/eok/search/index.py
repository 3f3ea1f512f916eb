"""The inverted index: syllable pairs of each field, BM25F, in numpy arrays.

One row is one name of an affair; an affair's score is that of its best row. The weight each pair adds to a
row is worked out when the index is made, so that a query only adds up.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eok.search import variants
from eok.search.entries import Entry
from eok.search.hangul import first_consonants
from eok.search.lexicon import OPEN, Lexicon
from eok.search.normalize import normalize, pairs, plain, squeeze

WEIGHTS: Mapping[str, float] = {
    "title": 2.5, "headings": 2.0, "law": 1.5, "said": 1.2, "papers": 1.0, "body": 0.6,
    "office": 0.4, "squeezed": 0.3,
}  # fmt: skip
STRONG = frozenset({"title", "headings", "law", "said", "papers", "office"})
"""Fields that may show that an affair is meant; the body only adds."""
NAMING = frozenset({"title", "headings", "law", "said"})
"""Fields that say what the affair is; only by these it may be the clear winner."""
K1, B = 1.2, 0.5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """One name of an affair."""

    entry: int
    name: str
    consonants: str
    action: str


class Index:
    """Rows and the pairs that lead to them."""

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon) -> None:
        self.entries = tuple(entries)
        self.rows = tuple(row for i, entry in enumerate(entries) for row in _rows(i, entry, lexicon))
        fields = [_fields(self.entries[row.entry], row.name) for row in self.rows]
        self.strong = tuple(_having(found, STRONG) for found in fields)
        self.naming = tuple(_having(found, NAMING) for found in fields)
        self._postings = _postings(fields)
        self._unknown = math.log(1 + (len(self.rows) + 0.5) / 0.5)
        self.actions: NDArray[np.str_] = np.array([row.action for row in self.rows], dtype=np.str_)
        self.bonus: Floats = np.array([self.entries[row.entry].weight for row in self.rows], dtype=np.float32)

    def knows(self, pair: str) -> bool:
        return pair in self._postings

    def information(self, pair: str) -> float:
        """How much a pair tells apart; one the index does not know tells most."""
        posting = self._postings.get(pair)
        return posting.information if posting else self._unknown

    def scores(self, weights: Mapping[str, float]) -> Floats:
        """Score of every row for weighted pairs."""
        out: Floats = np.zeros(len(self.rows), dtype=np.float32)
        for pair, weight in weights.items():
            posting = self._postings.get(pair)
            if posting:
                out[posting.rows] += np.float32(weight) * posting.impact
        return out


@dataclass(frozen=True)
class _Posting:
    rows: NDArray[np.int32]
    impact: Floats
    information: float


def _rows(number: int, entry: Entry, lexicon: Lexicon) -> Iterable[Row]:
    names = [name for title in (entry.title, *entry.names) for name in variants.expand(title)]
    usual = lexicon.action_of(entry.title)
    for name in dict.fromkeys(map(normalize, names)):
        own = lexicon.action_of(name)
        action = usual if own == OPEN else own
        yield Row(number, name, first_consonants(squeeze(name)), action)


def _fields(entry: Entry, name: str) -> dict[str, Counter[str]]:
    texts: dict[str, tuple[str, ...]] = {
        "title": (name,), "headings": entry.headings, "law": entry.law, "said": entry.said,
        "papers": entry.papers, "body": entry.body, "office": (entry.office,),
    }  # fmt: skip
    found = {field: Counter(_pairs_of(lines)) for field, lines in texts.items()}
    found["squeezed"] = Counter(pairs(squeeze(name)))
    return found


def _pairs_of(lines: Iterable[str]) -> list[str]:
    return [pair for line in lines for word in plain(line).split() for pair in pairs(word)]


def _having(fields: Mapping[str, Counter[str]], which: frozenset[str]) -> frozenset[str]:
    return frozenset(pair for field in which for pair in fields[field])


def _postings(rows: Sequence[Mapping[str, Counter[str]]]) -> dict[str, _Posting]:
    """BM25F: frequencies weighted by field and length, then one saturation over all fields."""
    means = {field: max(1.0, _mean(rows, field)) for field in WEIGHTS}
    weighted: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, fields in enumerate(rows):
        for pair, frequency in _frequencies(fields, means).items():
            weighted[pair].append((number, frequency))
    return {pair: _posting(found, len(rows)) for pair, found in weighted.items()}


def _mean(rows: Sequence[Mapping[str, Counter[str]]], field: str) -> float:
    return sum(fields[field].total() for fields in rows) / max(1, len(rows))


def _frequencies(fields: Mapping[str, Counter[str]], means: Mapping[str, float]) -> Counter[str]:
    out: Counter[str] = Counter()
    for field, counts in fields.items():
        norm = WEIGHTS[field] / (1 - B + B * counts.total() / means[field])
        for pair, count in counts.items():
            out[pair] += count * norm  # type: ignore[assignment]  # a Counter of floats
    return out


def _posting(found: list[tuple[int, float]], total: int) -> _Posting:
    information = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
    frequency: NDArray[Any] = np.array([f for _, f in found], dtype=np.float32)
    rows: NDArray[np.int32] = np.array([row for row, _ in found], dtype=np.int32)
    return _Posting(rows, (information * frequency / (K1 + frequency)).astype(np.float32), information)
