"""Numbers people type, and whether they can be right: check digits and shapes.

A right check digit does not mean the number exists; that is looked up by consent. The number of our own
documents has its check digit in `certificates.document_no`.
"""

import re
from datetime import date

_BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_CORPORATION_WEIGHTS = (1, 2) * 6
_PHONES = (
    re.compile(r"010[0-9]{8}|01[16789][0-9]{7,8}"),
    re.compile(r"02[0-9]{7,8}"),
    re.compile(r"0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])[0-9]{7,8}"),
    re.compile(r"070[0-9]{8}|080[0-9]{7,8}|050[0-9]{8,9}"),
    re.compile(r"1[568][0-9]{6}"),
)
"""Mobile, Seoul, the provinces, internet and free numbers, the nationwide eight digits."""
_CENTURIES = {"9": 1800, "0": 1800, "1": 1900, "2": 1900, "5": 1900, "6": 1900}
"""Seventh digit of a resident number; the others are born from 2000 on."""


def digits_of(text: str) -> str:
    """ASCII digits of what was typed; everything else falls away."""
    return "".join(c for c in text if c in "0123456789")


def business_no(text: str) -> str | None:
    """사업자등록번호 as `123-45-67891`, or None when it can't be right (국세청의 검증 방식).

    Weights 1 3 7 1 3 7 1 3 5; the tens of the last product are added; the sum with the check digit is
    a multiple of ten.
    """
    digits = _only_digits(text, 10)
    if digits is None:
        return None
    total = _weighted(digits, _BUSINESS_WEIGHTS) + int(digits[8]) * 5 // 10 + int(digits[9])
    return None if total % 10 else f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def corporation_no(text: str) -> str | None:
    """법인등록번호 as `110111-1234562`, or None when it can't be right.

    Weights 1 2 1 2 … over twelve digits; the check digit makes the sum a multiple of ten
    (법인 및 재외국민의 부동산등기용등록번호 부여에 관한 규칙, 별지의 산식: 미확인).
    """
    digits = _only_digits(text, 13)
    if digits is None:
        return None
    total = _weighted(digits, _CORPORATION_WEIGHTS) + int(digits[12])
    return None if total % 10 else f"{digits[:6]}-{digits[6:]}"


def resident_no(text: str) -> str | None:
    """주민등록번호 or 외국인등록번호 as `880214-1234567`, or None when its day of birth can't be.

    The last digit is not checked: numbers given since October 2020 have no check digit, and a number does
    not tell when it was given.
    """
    digits = _only_digits(text, 13)
    if digits is None:
        return None
    year = _CENTURIES.get(digits[6], 2000) + int(digits[:2])
    try:
        date(year, int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None
    return f"{digits[:6]}-{digits[6:]}"


def phone(text: str) -> str | None:
    """A domestic telephone number with hyphens, or None. `+82 10-…` becomes `010-…`."""
    plain = text.strip()
    digits = digits_of(plain)
    if plain.startswith("+82"):
        plain, digits = plain.removeprefix("+"), "0" + digits[2:].lstrip("0")
    if not re.fullmatch(r"[0-9\s().-]+", plain) or not any(p.fullmatch(digits) for p in _PHONES):
        return None
    return _hyphened(digits)


def is_mobile(number: str) -> bool:
    """Can it take a text message?"""
    return digits_of(number).startswith("01")


def _hyphened(digits: str) -> str:
    if digits.startswith("1"):
        return f"{digits[:4]}-{digits[4:]}"
    area = 2 if digits.startswith("02") else 4 if digits.startswith("050") else 3
    return f"{digits[:area]}-{digits[area:-4]}-{digits[-4:]}"


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def _only_digits(text: str, length: int) -> str | None:
    """The digits of a number of that length, typed with nothing but hyphens and blanks; not all zeros."""
    digits = digits_of(text)
    if len(digits) != length or not digits.strip("0"):
        return None
    return digits if re.fullmatch(r"[0-9\s-]+", text) else None
