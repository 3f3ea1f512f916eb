"""Masking of personal data on screens and in logs (개인정보 보호법 §29, 시행령 §30).

Always the same shape, so that two masked lists can be compared by eye.
"""

HIDDEN = "○"


def mask_name(name: str) -> str:
    """홍길동 → 홍○동, 김하 → 김○, 남궁민수 → 남○○수; one letter is hidden whole."""
    if len(name) <= 1:
        return HIDDEN * len(name)
    if len(name) == 2:
        return name[0] + HIDDEN
    return name[0] + HIDDEN * (len(name) - 2) + name[-1]


def mask_phone(phone: str) -> str:
    """010-1234-5678 → 010-****-5678; the middle block is hidden, whatever the spelling."""
    digits = "".join(c for c in phone if c.isdigit())
    if len(digits) < 8:
        return "*" * len(digits)
    return f"{digits[:-8]}-****-{digits[-4:]}"


def mask_email(email: str) -> str:
    """hong@example.org → ho**@example.org."""
    local, at, domain = email.partition("@")
    return local[:2] + "*" * max(len(local) - 2, 1) + at + domain


def mask_number(number: str, *, shown: int = 3) -> str:
    """Keep the first `shown` digits, hide the others, keep the separators."""
    seen = 0
    out = []
    for c in number:
        if c.isdigit():
            seen += 1
        out.append("*" if c.isdigit() and seen > shown else c)
    return "".join(out)
