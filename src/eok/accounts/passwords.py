"""Which passwords an officer may choose. Length counts, kinds of letters do not; paste is welcome.

Stored one-way with Argon2id (개인정보 보호법 시행령 §30①4 가). The list of obvious ones is Django's own (20,000).
Spelled in one way first (NFKC), for keyboards send the same syllable in different ones.
"""

import unicodedata

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from eok.accounts.errors import InvalidPasswordError

SHORTEST = 12
LONGEST = 200
FEWEST_DIFFERENT = 5
"""aaaaaaaaaaaa and 121212121212 are long and still obvious."""


def hashed(password: str) -> str:
    return make_password(_spelled(password))


def matches(password: str, stored: str) -> bool:
    """Takes the same time whether there is an officer, a password, or neither."""
    if not stored:
        hashed(password)
        return False
    return check_password(_spelled(password), stored)


def require_good(password: str, *, about: tuple[str, ...]) -> None:
    """about: what others know of the officer (login, name). Raises InvalidPasswordError."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidPasswordError(
            f"비밀번호가 {len(password)}자입니다. 정하지 않았습니다. {SHORTEST}자 이상 {LONGEST}자 아래로 적어 주세요."
        )
    if _is_obvious(password.casefold(), about):
        raise InvalidPasswordError(
            "짐작하기 쉬운 비밀번호입니다. 정하지 않았습니다. 서로 상관없는 낱말 서너 개를 이어 적어 주세요."
        )


def require_new(password: str, again: str, *, about: tuple[str, ...]) -> None:
    """As it is chosen: typed twice. Raises InvalidPasswordError."""
    require_good(password, about=about)
    if password != again:
        raise InvalidPasswordError(
            "두 비밀번호가 서로 다릅니다. 정하지 않았습니다. 같은 비밀번호를 두 번 적어 주세요.", "again"
        )


def _spelled(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _is_obvious(password: str, about: tuple[str, ...]) -> bool:
    if len(set(password)) < FEWEST_DIFFERENT or _runs(password):
        return True
    if any(word.casefold() in password for word in about if len(word) > 1):
        return True
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return True
    return False


def _runs(password: str) -> bool:
    """123456789012, abcdefghijkl: each letter follows the one before, for all but a few."""
    steps = [ord(b) - ord(a) for a, b in zip(password, password[1:], strict=False)]
    return sum(step in (1, -1) for step in steps) > 2 * len(steps) / 3
