"""Cuts the font of the package `krds-uiux` (SIL Open Font License 1.1) into woff2 slices.

The slices carry the licence and the copyright but another name, as the licence asks of a changed
font whose name is reserved.
"""

import io
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from eok.krds.fonts import slices

logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells each table of each slice

FAMILY = "eok sans"
WEIGHTS = {400: "Regular", 700: "Bold"}
_NAME_IDS = (1, 4, 6)
_UPRIGHT = ("vhea", "vmtx", "GDEF")
"""Tables of vertical writing and of combining marks: no page uses them."""
_LAYOUT = ("GPOS", "GSUB")
"""Kerning and figures of equal width: only the Latin slice has any."""
_KEPT_NAME_IDS = [0, *_NAME_IDS, 13, 14]


def source(package: Path, weight: int) -> Path:
    return package / f"resources/fonts/PretendardGOV-{WEIGHTS[weight]}.subset.woff2"


def cut(package: Path, weight: int, ordered: list[int]) -> Iterator[tuple[slices.Slice, bytes]]:
    """Each slice of one weight with its file."""
    font = TTFont(source(package, weight))
    available = frozenset(font.getBestCmap())
    _rename(font)
    kerned = _without(font, _UPRIGHT)
    plain = _without(font, _LAYOUT)
    for part in slices.cut_up(available, ordered):
        yield part, _subset(kerned if part.name == "latin" else plain, part)


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in _NAME_IDS:
            record.string = FAMILY


def _without(font: TTFont, tags: Iterable[str]) -> bytes:
    """The unpacked font without these tables, so that no slice has to read them again."""
    for tag in tags:
        del font[tag]
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _subset(plain: bytes, part: slices.Slice) -> bytes:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["kern", "tnum", "ccmp"]
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
