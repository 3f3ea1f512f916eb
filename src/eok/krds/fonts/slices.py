"""Which letters lie together in one file.

Syllables most of our texts use lie together, so that a page needs few files of what it shows; the rest
lie in runs of code points, whose ranges are short to write. Slices are small because one odd syllable
loads a whole one. A syllable the font does not have (8,392 of 11,172) is drawn by the reader's own font.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ORDER = Path(__file__).with_name("order.txt")
COMMON = (240, *[40] * 12)
"""How many syllables the first slices hold, the most used first."""
RUN = 60
"""How many the later ones hold."""
ASCII = (*range(0x20, 0x7F), 0xA0, 0xB7, 0x2013, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026)
MARKS = tuple(ord(c) for c in "×÷±²³₩€→←↑↓○●◎□■△▲※℃㎡『』「」〈〉《》①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮§¶©‘’“”•‥≤≥−")
"""Signs our pages use; apart from the rest, which few pages need."""
HANGUL = range(0xAC00, 0xD7A4)


@dataclass(frozen=True)
class Slice:
    name: str
    letters: tuple[int, ...]
    """Code points in the file."""
    unicode_range: str
    """What CSS is told; later slices win where ranges overlap."""


def order(path: Path = ORDER) -> list[int]:
    """Syllables, the most used first."""
    return [ord(c) for c in path.read_text(encoding="utf-8") if ord(c) in HANGUL]


def cut_up(available: Collection[int], ordered: Sequence[int]) -> list[Slice]:
    """All slices of a font that has these code points: rare ones first, so that common ones win."""
    ordered = [point for point in ordered if point in available]
    common = list(_common(ordered))
    rare = sorted({p for p in available if p in HANGUL} - {p for s in common for p in s.letters})
    latin = tuple(p for p in ASCII if p in available)
    marks = tuple(sorted(p for p in MARKS if p in available and p not in ASCII))
    symbols = tuple(sorted(p for p in available if _is_symbol(p)))
    exact = [_exact("symbols", symbols), _exact("marks", marks), *common[::-1], _exact("latin", latin)]
    return [*_runs(rare), *exact]


def _is_symbol(point: int) -> bool:
    return point < 0xE000 and point not in HANGUL and point not in ASCII and point not in MARKS


def _common(ordered: Sequence[int]) -> Iterator[Slice]:
    start = 0
    for number, size in enumerate(COMMON, 1):
        yield _exact(f"common-{number}", tuple(sorted(ordered[start : start + size])))
        start += size


def _runs(rare: Sequence[int]) -> Iterator[Slice]:
    for number, start in enumerate(range(0, len(rare), RUN), 1):
        letters = tuple(rare[start : start + RUN])
        yield Slice(f"rare-{number}", letters, _range(letters[0], letters[-1]))


def _exact(name: str, letters: tuple[int, ...]) -> Slice:
    return Slice(name, letters, ",".join(_range(a, b) for a, b in _neighbours(letters)))


def _neighbours(letters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Unbroken runs: 1, 2, 3, 7 → (1, 3), (7, 7)."""
    first = last = None
    for point in letters:
        if last is not None and first is not None and point != last + 1:
            yield first, last
            first = point
        first = point if first is None else first
        last = point
    if first is not None and last is not None:
        yield first, last


def _range(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
