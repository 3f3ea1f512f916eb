"""From what is meant to ranked affairs: score, action, best name of each, how much of the words it has."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from eok.search.analyse import Analysis, Concept
from eok.search.index import Floats, Index
from eok.search.lexicon import OPEN
from eok.search.normalize import pairs, squeeze

AS_TYPED, MEANT, GENERIC, ACROSS = 0.45, 0.9, 0.5, 0.3
"""Weights of a pair: typed beside a meaning, of the meaning, of a generic word, across word borders."""
SAME_ACTION, OTHER_ACTION = 1.12, 0.75
ENOUGH = 0.6
"""Coverage below which nothing is called a result."""
CLEAR, AHEAD = 0.75, 1.2
"""Coverage, and lead over the second, that make a clear winner."""
LOOKED_AT = 60
UNKNOWN, LETTER = 0.4, 0.2
"""Weight in the coverage of a word the index does not know, and of a single letter."""


@dataclass(frozen=True)
class Ranked:
    """One entry with its best name."""

    entry: int
    row: int
    score: float
    coverage: float
    covered: tuple[Concept, ...]


def rank(index: Index, analysis: Analysis) -> tuple[Ranked, ...]:
    """Entries, the best first; each once."""
    if analysis.consonants:
        return tuple(_by_consonants(index, analysis.text))
    scores = _with_action(index, index.scores(_weights(analysis)), analysis.action)
    found = [_ranked(index, row, float(scores[row]), analysis) for row in _best_rows(scores)]
    return tuple(_once(sorted(found, key=lambda one: (-one.score * (0.5 + one.coverage), one.row))))


def winner(index: Index, analysis: Analysis, ranked: tuple[Ranked, ...]) -> Ranked | None:
    """The one clearly meant: its action fits, nearly all words are its own, none is close behind."""
    if not ranked or analysis.ask:
        return None
    first = ranked[0]
    if analysis.consonants:
        return first if len(ranked) == 1 else None
    fits = index.rows[first.row].action == (analysis.action or OPEN)
    alone = len(ranked) == 1 or first.score >= AHEAD * ranked[1].score
    clear = _coverage(_shares(index, index.naming[first.row], first.row, analysis), index, analysis) >= CLEAR
    return first if fits and alone and clear else None


def _weights(analysis: Analysis) -> dict[str, float]:
    out: dict[str, float] = {}
    for pair in pairs(squeeze(analysis.text)):
        out[pair] = ACROSS
    for concept in analysis.concepts:
        plain = GENERIC if concept.generic else AS_TYPED if concept.means else 1.0
        for pair in _pairs(concept.source):
            out[pair] = max(plain, out.get(pair, 0.0))
        for meaning in concept.means:
            for pair in _pairs(meaning):
                out[pair] = max(MEANT, out.get(pair, 0.0))
    return out


def _pairs(text: str) -> list[str]:
    return [pair for word in text.split() for pair in pairs(word)]


def _with_action(index: Index, scores: Floats, action: str | None) -> Floats:
    """Names of the wanted action a little higher, those of another one lower."""
    same = index.actions == (action or OPEN)
    factors = np.where(same, SAME_ACTION if action else 1.0, OTHER_ACTION).astype(np.float32)
    weighed: Floats = scores * factors + np.where(scores > 0, index.bonus, 0)
    return weighed


def _best_rows(scores: Floats) -> list[int]:
    found = np.flatnonzero(scores > 0)
    best = found[np.argsort(-scores[found], kind="stable")][:LOOKED_AT]
    return [int(row) for row in best]


def _ranked(index: Index, row: int, score: float, analysis: Analysis) -> Ranked:
    shares = _shares(index, index.strong[row], row, analysis)
    covered = tuple(concept for concept, share in shares if share >= ENOUGH)
    return Ranked(index.rows[row].entry, row, score, _coverage(shares, index, analysis), covered)


def _shares(index: Index, words: frozenset[str], row: int, analysis: Analysis) -> list[tuple[Concept, float]]:
    return [(concept, _share(index, words, row, concept)) for concept in analysis.concepts]


def _coverage(shares: list[tuple[Concept, float]], index: Index, analysis: Analysis) -> float:
    """Part of what is meant; words every affair has count only when there is no other."""
    counted = [(c, s) for c, s in shares if not c.generic] or shares
    weights = [_importance(index, concept, analysis.action) for concept, _ in counted]
    return sum(w * s for w, (_, s) in zip(weights, counted, strict=True)) / (sum(weights) or 1.0)


def _importance(index: Index, concept: Concept, action: str | None) -> float:
    """Words of the lexicon are meant; one nobody knows may be talk; of two actions the first counts."""
    if concept.action:
        return 1.0 if concept.action == action else 0.0
    if concept.means:
        return 1.0
    if len(concept.source) == 1:
        return LETTER
    return 1.0 if all(map(index.knows, _pairs(concept.source))) else UNKNOWN


def _share(index: Index, words: frozenset[str], row: int, concept: Concept) -> float:
    """How much of a concept an affair has: by its action, or by its words, whichever wording fits best."""
    if concept.action:
        return 1.0 if index.rows[row].action == concept.action else 0.0
    return max(_known(index, words, text) for text in (concept.source, *concept.means))


def _known(index: Index, words: frozenset[str], text: str) -> float:
    wanted = {pair: index.information(pair) for pair in _pairs(text)}
    total = sum(wanted.values())
    return sum(worth for pair, worth in wanted.items() if pair in words) / total if total else 0.0


def _by_consonants(index: Index, wanted: str) -> Iterator[Ranked]:
    found = [(row.consonants.find(wanted), number) for number, row in enumerate(index.rows)]
    order = sorted(
        (at > 0, index.rows[number].action != OPEN, len(index.rows[number].name), number)
        for at, number in found
        if at >= 0
    )
    ranked = [
        Ranked(index.rows[number].entry, number, 1.0 / (1 + place), 0.8 if inside else 1.0, ())
        for place, (inside, _, _, number) in enumerate(order)
    ]
    yield from _once(ranked)


def _once(ranked: list[Ranked]) -> Iterator[Ranked]:
    seen: set[int] = set()
    for one in ranked:
        if one.entry not in seen:
            seen.add(one.entry)
            yield one
