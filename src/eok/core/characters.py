"""Which characters an answer may hold, and the one spelling it is kept in.

Kept in Unicode NFC, so that a name typed on any machine is the same name. Control characters, overrides of the
writing direction and characters without a meaning are refused; what pasting leaves behind unseen is dropped.
Rare syllables (뷁), hanja and emoji are characters like any other: whether paper can show them is asked apart.
"""

import re
import unicodedata

_DROPPED = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF])
"""Soft hyphen, zero-width space, word joiner, byte order mark: residue of pasting."""
_JOINERS = frozenset("\u200c\u200d")
"""Hold the parts of some emoji and scripts together."""
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Hangul fillers: letters that show nothing."""
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def cleaned(text: str, *, lines: bool = False) -> str:
    """The text as it is kept: NFC, no residue, no blanks around; one line unless `lines`."""
    plain = unicodedata.normalize("NFC", text.translate(_DROPPED))
    if lines:
        return "\n".join(line.rstrip() for line in _line_ends(plain).split("\n")).strip()
    return " ".join(plain.split(" ")).strip() if _has_control(plain) else " ".join(plain.split())


def plain(text: str) -> str:
    """Numbers and addresses of the net: full-width forms become ordinary ones."""
    return unicodedata.normalize("NFKC", text)


def refused(text: str, *, lines: bool = False) -> bool:
    """Whether it holds a character that must not be kept. text: as `cleaned` gave it."""
    return any(_is_refused(c) for c in text if not (lines and c in "\n\t"))


def _is_refused(character: str) -> bool:
    if character in _JOINERS:
        return False
    return character in _BLANK_LETTERS or unicodedata.category(character) in _REFUSED


def _line_ends(text: str) -> str:
    return re.sub(r"\r\n?|\u2028|\u2029", "\n", text)


def _has_control(text: str) -> bool:
    """A tab counts as a blank; other controls must be seen and refused, not swallowed by split()."""
    return any(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in text)
