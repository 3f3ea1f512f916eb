"""Cuts the font of the package `krds-uiux` (SIL Open Font License 1.1) into woff2 slices.

The slices carry the licence and the copyright but another name, as the licence asks of a changed
font whose name is reserved.
"""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from eok.krds.fonts import slices

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells each table of each slice

FAMILY = "eok sans"
WEIGHTS = {400: "Regular", 700: "Bold"}
_NAME_IDS = (1, 4, 6)
_KEPT_NAME_IDS = [0, *_NAME_IDS, 13, 14]


def source(package: Path, weight: int) -> Path:
    return package / f"resources/fonts/PretendardGOV-{WEIGHTS[weight]}.subset.woff2"


def cut(package: Path, weight: int, ordered: list[int]) -> Iterator[tuple[slices.Slice, bytes]]:
    """Each slice of one weight with its file."""
    font = TTFont(source(package, weight))
    available = frozenset(font.getBestCmap())
    plain = _as_plain(font)
    for part in slices.cut_up(available, ordered):
        yield part, _subset(plain, part)


def _as_plain(font: TTFont) -> bytes:
    """The unpacked font, so that it is unpacked once and not for each slice."""
    font.flavor = None
    for record in font["name"].names:
        if record.nameID in _NAME_IDS:
            record.string = FAMILY
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _subset(plain: bytes, part: slices.Slice) -> bytes:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["kern", "tnum", "ccmp"] if part.name == "latin" else []
    options.name_IDs = _KEPT_NAME_IDS
    font = TTFont(io.BytesIO(plain), lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=part.letters)
    cutter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()


def face(weight: int, part: slices.Slice, url: str) -> str:
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:swap;'
        f'src:url("{url}") format("woff2");unicode-range:{part.unicode_range}}}'
    )
