"""Length counts, obvious ones do not, and nothing is stored that can be read (개인정보 보호법 시행령 §30①4)."""

import unicodedata

import pytest

from eok.accounts import passwords
from eok.accounts.errors import InvalidPasswordError

ABOUT = ("hana.lee", "이하나")


@pytest.mark.parametrize(
    "password",
    [
        "바람 우산 기차 달력 둘",
        "correct horse battery",
        "zq8!Lm2$Rt6&",
        "가" * 3 + "나다라마바사아자차",
        "x9" * 3 + "qwmzpt",
    ],
)
def test_good_ones(password: str) -> None:
    passwords.require_good(password, about=ABOUT)


@pytest.mark.parametrize("password", ["", "짧은것", "elevenchars", "가" * 201])
def test_too_short_or_too_long(password: str) -> None:
    with pytest.raises(InvalidPasswordError, match="12자 이상 200자"):
        passwords.require_good(password, about=ABOUT)


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "121212121212",
        "123456789012",
        "abcdefghijklm",
        "zyxwvutsrqpo",
        "Hana.Lee2026!x",
        "우리이하나의비밀번호임다",
        "q1w2e3r4t5y6",
        "JustinBieber",
    ],
)
def test_obvious_ones(password: str) -> None:
    with pytest.raises(InvalidPasswordError, match="짐작하기 쉬운"):
        passwords.require_good(password, about=ABOUT)


def test_stored_one_way_by_argon2id() -> None:
    first, second = passwords.hashed("바람 우산 기차 달력 둘"), passwords.hashed("바람 우산 기차 달력 둘")

    assert first.startswith("argon2$argon2id$")
    assert first != second
    assert "바람" not in first


def test_only_the_same_password_matches() -> None:
    stored = passwords.hashed("바람 우산 기차 달력 둘")

    assert passwords.matches("바람 우산 기차 달력 둘", stored)
    assert not passwords.matches("바람 우산 기차 달력 셋", stored)
    assert not passwords.matches("", stored)
    assert not passwords.matches("", "")


def test_a_keyboard_that_sends_jamo_matches() -> None:
    """macOS may send 가 as two signs (NFD)."""
    typed = unicodedata.normalize("NFD", "바람 우산 기차 달력 둘")

    assert typed != "바람 우산 기차 달력 둘"
    assert passwords.matches(typed, passwords.hashed("바람 우산 기차 달력 둘"))
