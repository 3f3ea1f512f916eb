"""Korean telephone numbers as they are printed: 02-1234-5678, 010-1234-5678, 1588-1234.

Written for display only; whether a number is one is decided in `rules`.
"""

import re

_SHAPES = (
    (re.compile(r"(1[568]\d\d)(\d{4})"), "{}-{}"),
    (re.compile(r"(02)(\d{3,4})(\d{4})"), "{}-{}-{}"),
    (re.compile(r"(0\d{2}|050\d)(\d{3,4})(\d{4})"), "{}-{}-{}"),
)


def phone_ko(value: str) -> str:
    """The number with its hyphens; something that has no known shape stays as it was."""
    digits = re.sub(r"\D", "", value)
    if value.strip().startswith("+82"):
        digits = "0" + digits.removeprefix("82").removeprefix("0")
    for shape, layout in _SHAPES:
        if found := shape.fullmatch(digits):
            return layout.format(*found.groups())
    return value
