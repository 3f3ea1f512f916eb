"""문서확인번호: 16 digits by which anyone may ask us about a document.

15 digits from the system's random source (about 50 bits: guessing must also be slowed down where numbers are asked)
and one check digit after ISO/IEC 7064 MOD 11,10, which finds every single wrong digit and nearly every swap.
No provision prescribes the number's form; 본인서명사실 확인 등에 관한 법률 시행령 §10② uses the word.
"""

import secrets
import unicodedata

from eok.core.errors import InvalidError

LENGTH = 16


class DocumentNoError(InvalidError):
    """What was typed is no 문서확인번호."""


def new() -> str:
    """A fresh number: 16 digits, check digit last."""
    body = f"{secrets.randbelow(10 ** (LENGTH - 1)):015d}"
    return body + check_digit(body)


def check_digit(digits: str) -> str:
    """ISO/IEC 7064 MOD 11,10 over decimal digits, for any length."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def parse(typed: str) -> str:
    """The 16 digits of what a person typed: with hyphens, spaces or full-width digits.

    Raises DocumentNoError.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", typed) if c not in "- \t\u2013\u2212")
    if len(plain) != LENGTH or not (plain.isascii() and plain.isdigit()):
        raise DocumentNoError(
            "문서확인번호가 아닙니다. 번호는 숫자 16자리입니다. 문서 오른쪽 위에 적힌 번호를 그대로 넣어 주세요."
        )
    if check_digit(plain[:-1]) != plain[-1]:
        raise DocumentNoError(
            "문서확인번호에 틀린 숫자가 있습니다. 마지막 자리로 확인한 결과입니다. 문서의 번호와 한 자리씩 견주어 주세요."
        )
    return plain


def shown(number: str) -> str:
    """As printed: 4827-1093-5561-7204."""
    return "-".join(number[i : i + 4] for i in range(0, LENGTH, 4))
