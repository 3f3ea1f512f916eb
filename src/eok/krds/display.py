"""How a reader wants pages drawn: size of letters, colours of high contrast (KWCAG 2.2, 5.3.3, 5.4), words beside ours.

Kept in the cookie `eok_display`, e.g. `large.contrast.en`; no personal data. Whole pages kept as bytes
are kept once for each of these, so the cookie is read strictly and in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

COOKIE = "eok_display"
SECURE_COOKIE = f"__Host-{COOKIE}"
"""Its name where pages come by https: no other host of the domain can set it (RFC 6265bis §4.1.3.2)."""
COOKIE_AGE = 365 * 24 * 60 * 60


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    HUGE = "huge"


TEXT_SIZES = {TextSize.NORMAL: "보통", TextSize.LARGE: "크게", TextSize.HUGE: "아주 크게"}


class Words(StrEnum):
    """What stands beside the Korean of the law, where the affair's file gives it."""

    KO = "ko"
    EASY = "easy"
    EN = "en"


WORDS = {Words.KO: "한국어만", Words.EASY: "쉬운 말", Words.EN: "English"}


@dataclass(frozen=True)
class Display:
    """One reader's choice; the default is what everyone gets who chose nothing."""

    text: TextSize = TextSize.NORMAL
    contrast: bool = False
    words: Words = Words.KO

    @property
    def key(self) -> str:
        """The cookie's value, and this choice's part of a page's cache key."""
        words = "" if self.words is Words.KO else self.words
        return ".".join(filter(None, (self.text, "contrast" if self.contrast else "", words)))


ALL = tuple(Display(*one) for one in product(TextSize, (False, True), Words))
_BY_KEY = {one.key: one for one in ALL}


def read(cookie: str) -> Display:
    """The choice a cookie states; anything that is not one of ours counts as no choice."""
    return _BY_KEY.get(cookie, Display())


def of(cookies: Mapping[str, str]) -> Display:
    """The choice this browser keeps, under either name."""
    return read(cookies.get(SECURE_COOKIE) or cookies.get(COOKIE, ""))


def choose(before: Display, answers: Mapping[str, str]) -> Display:
    """The choice after a form named text=…, contrast=0/1 or words=…; what it does not name stays."""
    size = answers.get("text", before.text)
    contrast = answers.get("contrast", "1" if before.contrast else "0")
    words = answers.get("words", before.words)
    return Display(
        TextSize(size) if size in TextSize._value2member_map_ else before.text,
        contrast == "1",
        Words(words) if words in Words._value2member_map_ else before.words,
    )
