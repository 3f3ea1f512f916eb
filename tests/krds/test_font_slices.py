"""The font is cut so that each letter lies in exactly one file and a page needs few of them."""

from pathlib import Path

from eok.krds.fonts import count, slices

AVAILABLE = frozenset(range(0x20, 0x7F)) | {0x2192, 0x2464, 0x3137} | frozenset(range(0xAC00, 0xAC00 + 2000))
ORDERED = list(range(0xAC00 + 1999, 0xAC00 - 1, -1))


def test_every_letter_lies_in_one_slice() -> None:
    cut = slices.cut_up(AVAILABLE, ORDERED)

    letters = [point for part in cut for point in part.letters]

    assert len(letters) == len(set(letters))
    assert set(letters) == AVAILABLE


def test_common_slices_are_declared_after_rare_ones() -> None:
    names = [part.name for part in slices.cut_up(AVAILABLE, ORDERED)]

    assert names.index("common-1") > names.index("rare-1")
    assert names.index("common-1") > names.index("common-2")


def test_ranges_are_written_short() -> None:
    latin = next(p for p in slices.cut_up(AVAILABLE, ORDERED) if p.name == "latin")

    assert latin.unicode_range == "U+20-7E"


def test_the_order_holds_each_syllable_once() -> None:
    order = slices.order()

    assert len(order) == len(set(order)) > 2700


def test_syllables_count_once_for_each_text() -> None:
    ordered = count.ordered(["가가가가 나", "나 다", "나"], before=[ord("라"), ord("다"), ord("가")])

    assert ordered == ["나", "다", "가", "라"]


def test_our_texts_stay_in_the_common_slices() -> None:
    """Fails when the texts have outgrown the order: run `./eok assets --count`."""
    common = {chr(p) for p in slices.order()[: sum(slices.COMMON)]}
    templates = Path(slices.__file__).parents[2].glob("*/templates/**/*.html")
    used = {c for path in templates for c in path.read_text(encoding="utf-8") if ord(c) in slices.HANGUL}

    assert used <= common
