"""Letters, first consonants and the two-set keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eok.search import hangul

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tlrekd vPdjq", "식당 폐업"),
        ("xhdtlsvksao", "통신판매"),
        ("ekfr", "닭"),
        ("ekfrrkqt", "닭값"),
        ("dhkf", "왈"),
        ("dlTdj", "있어"),
        ("QkfmsRhc", "빠른꽃"),
        ("r", "ㄱ"),
    ],
)
def test_from_the_keyboard(typed: str, meant: str) -> None:
    assert hangul.from_keyboard(typed) == meant


@given(SYLLABLES)
def test_letters_put_together_are_the_syllables(text: str) -> None:
    assert hangul.compose(hangul.letters(text)) == text or _doubled(text)


def _doubled(text: str) -> bool:
    """각까 and 갂아 are typed alike only where a double consonant may close or open."""
    return hangul.letters(hangul.compose(hangul.letters(text))) == hangul.letters(text)


def test_first_consonants() -> None:
    assert hangul.first_consonants("통신판매업 신고") == "ㅌㅅㅍㅁㅇ ㅅㄱ"


def test_bare_letters_as_keys() -> None:
    assert hangul.to_keyboard("ㅔㅊ방") == "pc방"
