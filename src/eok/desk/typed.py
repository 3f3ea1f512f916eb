"""How long an officer's words may be; how they are kept stands in `eok.forms.free_text`."""

from eok.forms import free_text
from eok.forms.free_text import number

__all__ = ["LETTER", "NOTE", "number", "words"]

NOTE, LETTER = 500, 2000
"""Longest remark of a check; longest text that people get."""


def words(text: str, field: str, limit: int = LETTER) -> str:
    """Raises InvalidError."""
    return free_text.words(text, field, limit)
