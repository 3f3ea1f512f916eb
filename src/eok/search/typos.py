"""Slips of the finger: words one letter away from one we know (deletion dictionary over letters). Pure."""

from collections.abc import Iterable, Iterator

from eok.search.hangul import letters

SHORTEST, LONGEST = 5, 24
"""Letters a word needs before a slip can be told from another word; longer ones are found by their parts."""
_SOUNDS = str.maketrans("ㅔㅖㅒ", "ㅐㅐㅐ")
"""Vowels that sound alike: of two syllables nothing else can be told from another word."""


class Speller:
    """Finds the known word one slip away."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_deletion: dict[str, set[str]] = {}
        for word in sorted(self._words):
            spelled = letters(word)
            if SHORTEST <= len(spelled) <= LONGEST:
                for shorter in _deletions(spelled):
                    self._by_deletion.setdefault(shorter, set()).add(word)

    def knows(self, word: str) -> bool:
        return word in self._words

    def mend(self, word: str) -> str | None:
        """The known word nearest to a misspelt one; None when it is none or right already."""
        spelled = letters(word)
        if len(spelled) < SHORTEST or word in self._words:
            return None
        found: set[str] = set()
        for shorter in _deletions(spelled):
            found |= self._by_deletion.get(shorter, set())
        near = [known for known in found if _alike(word, known, spelled)]
        return min(near, key=lambda known: (abs(len(known) - len(word)), known), default=None)


def _alike(word: str, known: str, spelled: str) -> bool:
    if len(word) <= 2:
        return spelled.translate(_SOUNDS) == letters(known).translate(_SOUNDS)
    return one_slip(spelled, letters(known))


def _deletions(spelled: str) -> Iterator[str]:
    yield spelled
    for i in range(len(spelled)):
        yield spelled[:i] + spelled[i + 1 :]


def one_slip(a: str, b: str) -> bool:
    """One letter put in, left out, changed, or two neighbours swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[head:], b[head:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )
