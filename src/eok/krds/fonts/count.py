"""Counts which syllables our own texts use, to make `order.txt` anew when the texts have changed much.

A syllable counts once for each text it stands in: what matters is on how many pages a slice is wanted.
A template counts five times, since what it says stands on every page drawn from it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from eok.krds.fonts.slices import HANGUL

TIMES = {".html": 5, ".yaml": 1, ".py": 1, ".js": 1}
"""Kinds of files with words people read, and how often one counts."""
LINE = 50


def texts(folders: Iterable[Path]) -> Iterator[str]:
    """Everything people may read: templates, data, sentences in code."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if times := TIMES.get(path.suffix):
                yield from [path.read_text(encoding="utf-8", errors="ignore")] * times


def ordered(sources: Iterable[str], before: Iterable[int] = ()) -> list[str]:
    """Syllables by number of texts; those no text uses keep their place behind. before: the old order."""
    counts = Counter(c for text in sources for c in set(text) if ord(c) in HANGUL)
    rank = {chr(point): place for place, point in enumerate(before)}
    found = sorted(counts, key=lambda c: (-counts[c], rank.get(c, len(rank)), c))
    return found + [c for c in rank if c not in counts]


def write(path: Path, syllables: list[str]) -> None:
    lines = ("".join(syllables[n : n + LINE]) for n in range(0, len(syllables), LINE))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
