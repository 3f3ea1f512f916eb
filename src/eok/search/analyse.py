"""From typed words to what is meant: the layers in their order.

1 the keyboard in the wrong language · 2 spelling · 3 everyday words and actions, the longest key first ·
4 endings cut from what is left · 5 slips mended, when a word is known to nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from eok.search.index import Index
from eok.search.lexicon import Lexicon, Meaning
from eok.search.normalize import from_wrong_keyboard, is_first_consonants, normalize, pairs, squeeze
from eok.search.spacing import Spacing, word_starts
from eok.search.typos import Speller


@dataclass(frozen=True)
class Correction:
    """What we read instead of what was typed; the page offers to search as typed."""

    kind: Literal["keyboard", "typo"]
    typed: str
    meant: str


@dataclass(frozen=True)
class Concept:
    """One thing that is meant."""

    source: str
    """As typed."""
    means: tuple[str, ...] = ()
    """Words of the affairs for it; any of them."""
    action: str | None = None
    generic: bool = False
    """신고, 등록 …: nearly every affair has it."""


@dataclass(frozen=True)
class Analysis:
    text: str
    """After corrections, one spelling."""
    concepts: tuple[Concept, ...]
    action: str | None
    ask: str | None
    """Question to ask back: the words alone are too vague."""
    corrections: tuple[Correction, ...] = ()
    consonants: bool = False
    """Only first consonants were typed."""


class Analyser:
    """Reads queries with one lexicon and the words of one index (names of affairs are `known`)."""

    def __init__(self, lexicon: Lexicon, index: Index) -> None:
        words = {word for row in index.rows for word in row.name.split()}
        names = words | {row.name for row in index.rows}
        self._lexicon = lexicon
        self._index = index
        self._speller = Speller([*lexicon.keys, *words, *map(squeeze, names)])
        self._known = frozenset(words)
        self._anywhere = frozenset(word for action in lexicon.actions for word in action.titles)
        """Words of affairs' names that are seen inside a longer word too: 식품영업폐업."""
        self._spacing = Spacing([*lexicon.keys, *names])
        self._longest = max(map(len, lexicon.keys), default=0)

    def analyse(self, typed: str, *, as_typed: bool = False) -> Analysis:
        """Read a query; `as_typed` leaves keyboard and slips as they are."""
        meant = None if as_typed else from_wrong_keyboard(typed, self._lexicon.latin)
        text = normalize(meant or typed)
        fixed: tuple[Correction, ...] = ()
        if meant:
            fixed = (Correction("keyboard", normalize(typed), text),)
        if is_first_consonants(text):
            return Analysis(squeeze(text), (), None, None, fixed, consonants=True)
        if not as_typed:
            text, slips = self._mend(self._spacing.mend(text))
            fixed += slips
        return replace(self._read(text), corrections=fixed)

    def _read(self, text: str) -> Analysis:
        concepts = tuple(self._concepts(text))
        action = next((c.action for c in concepts if c.action), None)
        subject = any(not (c.action or c.generic) for c in concepts)
        asks = [m.ask for c in concepts if (m := self._lexicon.keys.get(c.source)) and m.ask]
        ask = asks[0] if asks else "shop" if action and not subject else None
        return Analysis(text, concepts, action, ask)

    def _concepts(self, text: str) -> Iterator[Concept]:
        for part, meaning, after_key in self._segments(text):
            if meaning:
                yield Concept(meaning.key, meaning.means, meaning.action)
            elif not (after_key and self._is_ending(part)):
                stem = self._stem(part)
                if not {part, stem} & self._lexicon.words.stop:
                    yield Concept(stem, generic=stem in self._lexicon.words.generic)

    def _segments(self, text: str) -> Iterator[tuple[str, Meaning | None, bool]]:
        """Parts of the text: keys with their meaning, and what stands between; was a key before it?"""
        squeezed, starts = squeeze(text), word_starts(text)
        at = rest = 0
        after_key = False
        while at < len(squeezed):
            key = self._key_at(squeezed, at, at in starts or (after_key and at == rest))
            if at in starts and at > rest and not key:
                yield squeezed[rest:at], None, after_key and rest not in starts
                rest, after_key = at, False
            if key is None:
                at += 1
                continue
            if at > rest:
                yield squeezed[rest:at], None, after_key and rest not in starts
            yield key.key, key, False
            at += len(key.key)
            rest, after_key = at, True
        if rest < len(squeezed):
            yield squeezed[rest:], None, after_key and rest not in starts

    def _key_at(self, text: str, at: int, free: bool) -> Meaning | None:
        """The longest key that begins here; inside a word short ones only if affairs are named so."""
        for length in range(min(self._longest, len(text) - at), 1, -1):
            found = self._lexicon.keys.get(text[at : at + length])
            if found and (free or length > 2 or found.key in self._anywhere):
                return found
        return None

    def _is_ending(self, part: str) -> bool:
        return len(part) <= 4 and any(ending.endswith(part) for ending in self._lexicon.words.endings)

    def _stem(self, word: str) -> str:
        """The word without its endings, never shorter than two letters."""
        if word in self._known:
            return word
        for ending in self._lexicon.words.endings:
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                return word[: -len(ending)]
        return word

    def _mend(self, text: str) -> tuple[str, tuple[Correction, ...]]:
        """The text with words nobody knows replaced by the one a slip away."""
        fixed: list[Correction] = []
        words = []
        for word in text.split(" "):
            meant = self._meant(word)
            if meant:
                fixed.append(Correction("typo", word, meant))
            words.append(meant or word)
        return " ".join(words), tuple(fixed)

    def _meant(self, word: str) -> str | None:
        words = self._lexicon.words
        if any(meaning for _, meaning, _ in self._segments(word)):
            return None
        stem = self._stem(word)
        if stem in self._known or {word, stem} & (words.stop | words.generic):
            return None
        if all(map(self._index.knows, pairs(stem))):
            return None
        return self._speller.mend(word) or self._speller.mend(stem)
