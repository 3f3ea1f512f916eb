"""How a reader wants pages drawn: size of letters, and colours of high contrast (KWCAG 2.2, 5.3.3, 5.4).

Kept in the cookie `eok_display`, e.g. `large.contrast`; no personal data. Whole pages kept as bytes
are kept once for each of these, so the cookie is read strictly and in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

COOKIE = "eok_display"
SECURE_COOKIE = f"__Host-{COOKIE}"
"""Its name where pages come by https: no other host of the domain can set it (RFC 6265bis §4.1.3.2)."""
COOKIE_AGE = 365 * 24 * 60 * 60


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    HUGE = "huge"


TEXT_SIZES = {TextSize.NORMAL: "보통", TextSize.LARGE: "크게", TextSize.HUGE: "아주 크게"}


@dataclass(frozen=True)
class Display:
    """One reader's choice; the default is what everyone gets who chose nothing."""

    text: TextSize = TextSize.NORMAL
    contrast: bool = False

    @property
    def key(self) -> str:
        """The cookie's value, and this choice's part of a page's cache key."""
        return f"{self.text}.contrast" if self.contrast else str(self.text)


def read(cookie: str) -> Display:
    """The choice a cookie states; anything that is not one of ours counts as no choice."""
    size, _, rest = cookie.partition(".")
    if size not in TextSize._value2member_map_ or rest not in ("", "contrast"):
        return Display()
    return Display(TextSize(size), rest == "contrast")


def of(cookies: Mapping[str, str]) -> Display:
    """The choice this browser keeps, under either name."""
    return read(cookies.get(SECURE_COOKIE) or cookies.get(COOKIE, ""))


def choose(before: Display, answers: Mapping[str, str]) -> Display:
    """The choice after a form named text=… or contrast=0/1; what it does not name stays."""
    size = answers.get("text", before.text)
    contrast = answers.get("contrast", "1" if before.contrast else "0")
    return Display(
        TextSize(size) if size in TextSize._value2member_map_ else before.text,
        contrast == "1",
    )
