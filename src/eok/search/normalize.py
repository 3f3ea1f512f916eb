"""One spelling for what was typed: NFC, no middle dots or brackets, small letters, spaces mended. Pure."""

import re
import unicodedata

from eok.search import hangul

MAX_LENGTH = 200
"""Characters looked at; nobody's need takes more."""

_DOTS = re.compile(r"[ㆍ·•∙/,.;:!?~'\"“”‘’()\[\]{}<>「」『』]+")


def plain(text: str) -> str:
    """Words separated by one space, small letters, nothing else."""
    folded = unicodedata.normalize("NFC", text).casefold()
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in folded)
    return " ".join(_DOTS.sub(" ", kept).split())


def normalize(text: str) -> str:
    """Spelling of a query or of a name."""
    return join_spelled(plain(text[:MAX_LENGTH]))


def join_spelled(text: str) -> str:
    """통 신 판 매 → 통신판매: three and more single syllables in a row were meant as one word."""
    words = text.split(" ")
    if sum(len(word) == 1 and hangul.is_syllable(word) for word in words) < 3:
        return text
    return "".join(words)


def squeeze(text: str) -> str:
    return text.replace(" ", "")


def pairs(word: str) -> list[str]:
    """Syllable pairs: 통신판매 → 통신, 신판, 판매; a single letter is itself."""
    return [word[i : i + 2] for i in range(len(word) - 1)] or [word]


def is_first_consonants(text: str) -> bool:
    """ㅌㅅㅍㅁ"""
    squeezed = squeeze(text)
    return len(squeezed) >= 2 and all(hangul.is_consonant(c) for c in squeezed)


def from_wrong_keyboard(typed: str, known_latin: frozenset[str]) -> str | None:
    """What was meant by `tlrekd` or `ㅔㅊ방`; None when the keyboard stood right."""
    text = unicodedata.normalize("NFC", typed[:MAX_LENGTH]).strip()
    latin = re.fullmatch(r"[A-Za-z][A-Za-z ]{2,}", text)
    if latin and not all(word in known_latin for word in text.casefold().split()):
        meant = hangul.from_keyboard(text)
        if _mostly_syllables(meant):
            return meant
    if hangul.is_jamo(text[:1]) and any(hangul.is_syllable(c) for c in text):
        meant = hangul.to_keyboard(text)
        return meant if re.match(r"[a-z]+", meant) else None
    return None


def _mostly_syllables(text: str) -> bool:
    squeezed = squeeze(text)
    return sum(hangul.is_syllable(c) for c in squeezed) * 10 >= len(squeezed) * 7
