"""Suggestions while one types: names, middles of names, first consonants and everyday words, by letters.

One sorted list and a bisection; a half-typed syllable (통신ㅍ) fits by itself because all is letters.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from eok.search import hangul
from eok.search.index import Index
from eok.search.lexicon import OPEN, Lexicon
from eok.search.normalize import from_wrong_keyboard, plain, squeeze

LIMIT = 8
_LOOKED_AT = 400


@dataclass(frozen=True, order=True)
class Suggestion:
    """One line under the search box."""

    order: tuple[int, int, str]
    """Begins with it; plain application before changes; short before long."""
    text: str
    """What is searched when it is chosen."""
    service_id: str | None
    """The affair it names; None for an everyday word."""


class Suggester:
    """All beginnings, sorted."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self._latin = lexicon.latin
        self._lines = sorted({*_of_names(index), *_of_keys(lexicon)})
        self._keys = [key for key, _ in self._lines]

    def suggest(self, typed: str, limit: int = LIMIT) -> tuple[Suggestion, ...]:
        """The best completions of what was typed so far."""
        wanted = self._spelling(typed)
        if not wanted:
            return ()
        at = bisect_left(self._keys, wanted)
        found: dict[str, Suggestion] = {}
        for key, suggestion in self._lines[at : at + _LOOKED_AT]:
            if not key.startswith(wanted):
                break
            if suggestion.text not in found or suggestion < found[suggestion.text]:
                found[suggestion.text] = suggestion
        return tuple(sorted(found.values())[:limit])

    def _spelling(self, typed: str) -> str:
        meant = from_wrong_keyboard(typed, self._latin) or typed
        return hangul.letters(squeeze(plain(meant[:60])))


def _of_names(index: Index) -> Iterator[tuple[str, Suggestion]]:
    for row in index.rows:
        entry = index.entries[row.entry]
        squeezed = squeeze(row.name)
        for inside, start in enumerate(_starts(row.name)):
            order = (min(inside, 1), int(row.action != OPEN), squeezed)
            suggestion = Suggestion(order, row.name, entry.id)
            yield hangul.letters(squeezed[start:]), suggestion
            yield hangul.first_consonants(squeezed[start:]), suggestion


def _of_keys(lexicon: Lexicon) -> Iterator[tuple[str, Suggestion]]:
    for line in lexicon.lines:
        for key in line.keys:
            yield hangul.letters(squeeze(plain(key))), Suggestion((2, 0, key), key, None)


def _starts(name: str) -> Iterator[int]:
    at = 0
    for word in name.split():
        yield at
        at += len(word)
