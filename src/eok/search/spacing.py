"""Spaces as the affairs' names have them, however people put them. Pure."""

from collections.abc import Iterable

from eok.search.normalize import squeeze

_LONGEST = 20


class Spacing:
    """Knows how long words and whole names are written."""

    def __init__(self, names: Iterable[str]) -> None:
        self._spelled = {squeeze(name): name for name in names}

    def mend(self, text: str) -> str:
        """통신 판 매업, 식품영업폐업신고: long known words as they are written, whatever the spaces."""
        squeezed, starts = squeeze(text), word_starts(text)
        out, at = "", 0
        while at < len(squeezed):
            out += " " if at in starts and not out.endswith(" ") else ""
            length = self._known_length(squeezed, at) if at in starts else 0
            out += f" {self._spelled[squeezed[at : at + length]]} " if length else squeezed[at]
            at += length or 1
        return " ".join(out.split())

    def _known_length(self, text: str, at: int) -> int:
        """Length of the longest known word of four letters and more that begins here."""
        lengths = range(min(_LONGEST, len(text) - at), 3, -1)
        return next((length for length in lengths if text[at : at + length] in self._spelled), 0)


def word_starts(text: str) -> frozenset[int]:
    """Where words begin, counted without spaces."""
    starts, at = set(), 0
    for word in text.split(" "):
        starts.add(at)
        at += len(word)
    return frozenset(starts)
