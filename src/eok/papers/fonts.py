"""The fonts of our papers: where they lie and which characters they can draw.

나눔명조 and 나눔고딕 (Debian fonts-nanum) draw all 11,172 syllables and 4,620 Hanja; Noto Serif CJK
(fonts-noto-cjk), where it is installed, adds the rare Hanja of names. Fonts come as packages, never with us.
"""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from eok.papers.typeset_errors import FontsMissingError

FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
)
NEEDED = ("NanumMyeongjo.ttf", "NanumMyeongjoBold.ttf", "NanumGothic.ttf", "NanumGothicBold.ttf")
RARE_HANJA = "NotoSerifCJK-Regular.ttc"
DRAWING_ORDER = ("NanumMyeongjo.ttf", "NanumGothic.ttf", RARE_HANJA)
SUBSTITUTE = "▢"

NEVER_DRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"}
"""Controls, format marks, private use, unassigned, loose combining marks: nothing a certificate may hold."""


def folders() -> list[str]:
    """The folders to hand to the typesetter. Raises FontsMissingError."""
    missing = tuple(name for name in NEEDED if _find(name) is None)
    if missing:
        raise FontsMissingError(missing)
    found = [_find(name) for name in (*NEEDED, RARE_HANJA)]
    return sorted({str(path.parent) for path in found if path})


def unprintable(text: str) -> str:
    """The characters of `text` that cannot be printed, each once, in order; empty when all can.

    A line break is no character. Emoji, control characters and loose combining marks cannot.
    """
    return "".join(character for character in dict.fromkeys(text) if not _drawable(character))


def substituted(text: str) -> str:
    """The same text with ▢ for what no font draws: only for copies whose original is kept as data."""
    return "".join(character if _drawable(character) else SUBSTITUTE for character in text)


@cache
def _drawable(character: str) -> bool:
    if character == "\n":
        return True
    if unicodedata.category(character) in NEVER_DRAWN:
        return False
    return any(ord(character) in _coverage(name) for name in DRAWING_ORDER)


@cache
def _coverage(name: str) -> frozenset[int]:
    path = _find(name)
    if path is None:
        return frozenset()
    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _find(name: str) -> Path | None:
    for folder in FOLDERS:
        for path in folder.rglob(name):
            return path
    return None
