"""Korean that depends on the word before: particles."""

import re

_PARTICLES = {"을": ("을", "를"), "은": ("은", "는"), "이": ("이", "가")}
_DIGITS_WITH_FINAL = frozenset("013678")


def with_particle(word: str, particle: str) -> str:
    """`상호` + 을 → 상호를. particle: 을, 은 or 이; a word that ends in a Latin letter gets both."""
    closed, open_ = _PARTICLES[particle]
    said = re.sub(r"\([^)]*\)\s*$", "", word).rstrip("’'\"?. ")
    return word + _by_final(said[-1:], closed, open_)


def _by_final(last: str, closed: str, open_: str) -> str:
    if "가" <= last <= "힣":
        return closed if (ord(last) - ord("가")) % 28 else open_
    if last.isascii() and last.isdigit():
        return closed if last in _DIGITS_WITH_FINAL else open_
    return f"{closed}({open_})"
