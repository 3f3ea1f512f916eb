"""Numbers people type, and whether they can be right: check digits and shapes.

A right check digit does not mean the number exists; that is looked up by consent.
"""

import re

_BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_CORPORATION_WEIGHTS = (1, 2) * 6
_PHONES = (
    re.compile(r"01[016789]\d{7,8}"),
    re.compile(r"02\d{7,8}"),
    re.compile(r"0[3-6][1-5]\d{7,8}"),
    re.compile(r"0(?:70|50\d)\d{7,8}"),
    re.compile(r"1[5-9]\d{2}\d{4}"),
)


def digits_of(text: str) -> str:
    """ASCII digits of what was typed; hyphens and spaces fall away."""
    return "".join(c for c in text if c in "0123456789")


def business_no(text: str) -> str | None:
    """사업자등록번호 as `123-45-67891`, or None when it can't be right (국세청의 검증 방식).

    Weights 1 3 7 1 3 7 1 3 5; the tens of the last product are added; the sum with the check digit is
    a multiple of ten.
    """
    digits = digits_of(text)
    if len(digits) != 10 or not _only(text) or digits == "0" * 10:
        return None
    total = sum(int(d) * w for d, w in zip(digits, _BUSINESS_WEIGHTS, strict=False))
    total += int(digits[8]) * 5 // 10
    if (10 - total % 10) % 10 != int(digits[9]):
        return None
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def corporation_no(text: str) -> str | None:
    """법인등록번호 as `110111-1234569`, or None when it can't be right.

    Weights 1 2 1 2 … over twelve digits; the check digit makes the sum a multiple of ten
    (법인 및 재외국민 및 외국인의 부동산등기용등록번호 부여에 관한 규칙).
    """
    digits = digits_of(text)
    if len(digits) != 13 or not _only(text) or digits == "0" * 13:
        return None
    total = sum(int(d) * w for d, w in zip(digits, _CORPORATION_WEIGHTS, strict=False))
    if (10 - total % 10) % 10 != int(digits[12]):
        return None
    return f"{digits[:6]}-{digits[6:]}"


def phone(text: str) -> str | None:
    """A domestic telephone number with hyphens, or None. `+82 10-…` becomes `010-…`."""
    plain = text.strip()
    if plain.startswith("+82"):
        plain = "0" + plain[3:].lstrip(" -0")
    digits = digits_of(plain)
    if not re.fullmatch(r"[\d\s().-]+", plain) or not any(p.fullmatch(digits) for p in _PHONES):
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


def _only(text: str) -> bool:
    """Digits, hyphens and spaces, nothing else."""
    return re.fullmatch(r"[\d\s-]+", text.strip()) is not None
