"""Words somebody typed beside a form, as they are kept: one spelling, no unseen characters, no longer than fits.

What can't be kept is refused beside its field; nothing is cut in silence.
"""

from eok.core.characters import cleaned, refused
from eok.core.errors import InvalidError


def words(text: str, field: str, limit: int) -> str:
    """limit: in characters.  Raises InvalidError."""
    kept = cleaned(text, lines=True)
    if refused(kept, lines=True):
        raise InvalidError(
            "보이지 않는 글자가 들어 있어요. 저장하지 않았어요. 지우고 다시 적어 주세요.", field
        )
    if len(kept) > limit:
        raise InvalidError(
            f"{len(kept):,}자는 너무 길어요. 저장하지 않았어요. {limit:,}자까지 줄여 주세요.", field
        )
    return kept


def number(text: str) -> int:
    """What was typed as a count; 0 when it is none."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 5 else 0
