"""Masking of personal data on screens and in logs (개인정보 보호법 §29, 시행령 §30).

Always the same shape, so that two masked lists can be compared by eye. `MASKS` is the one table: which class of value
is hidden how. What the classes of a form's answers are stands in `casework/personal.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

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


def mask_date(text: str) -> str:
    """1985-04-12 → 1985-**-**, 1985년 4월 12일 → 1985년 *월 **일: the year stays."""
    return mask_number(text, shown=4)


def mask_address(text: str) -> str:
    """서울특별시 서초구 시범대로 12, 3층 (06500) → 서울특별시 서초구 시범대로 ***: which building is hidden."""
    kept: list[str] = []
    for word in text.split():
        if any(c.isdigit() for c in word) or len(kept) == ADDRESS_WORDS:
            break
        kept.append(word)
    return " ".join([*kept, "***"]) if text.strip() else ""


def mask_text(text: str) -> str:
    """Nothing of it, not even its length."""
    return HIDDEN * 3 if text else ""


def mask_ip(address: str) -> str:
    """10.1.2.3 → 10.1.2.*, 2001:db8:1:2::7 → 2001:db8:1:*: where somebody sat, not at which machine."""
    if ":" in address:
        return ":".join([*address.split(":")[:3], "*"])
    return ".".join([*address.split(".")[:3], "*"]) if address else ""


ADDRESS_WORDS = 4
"""Of an address without numbers so many words stay at most."""


class Kind(StrEnum):
    """Class of a personal value: what decides how it is hidden."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH = "birth"
    ADDRESS = "address"
    BUSINESS_NO = "business_no"
    """사업자등록번호, 법인등록번호."""
    TEXT = "text"
    """Any other value a form calls personal."""


MASKS: Mapping[Kind, Callable[[str], str]] = {
    Kind.NAME: mask_name,
    Kind.PHONE: mask_phone,
    Kind.EMAIL: mask_email,
    Kind.BIRTH: mask_date,
    Kind.ADDRESS: mask_address,
    Kind.BUSINESS_NO: mask_number,
    Kind.TEXT: mask_text,
}


def mask(kind: Kind, value: str) -> str:
    """The value as it stands on a screen."""
    return MASKS[kind](value) if value else value


@dataclass(frozen=True)
class Known:
    """One personal value of a case, to be found wherever somebody wrote it down."""

    kind: Kind
    value: str

    @property
    def spellings(self) -> Mapping[str, str]:
        """Each way it is written → how that way is hidden; too short to be told from other words: none."""
        if len(self.value) < 2:
            return {}
        digits = "".join(c for c in self.value if c.isdigit())
        found = {self.value: mask(self.kind, self.value)}
        if self.kind in (Kind.PHONE, Kind.BUSINESS_NO) and len(digits) >= 8:
            found[digits] = mask(self.kind, digits)
        return found


@dataclass(frozen=True)
class Veil:
    """How one person's values stand on a page: hidden, or in clear once somebody said why."""

    known: tuple[Known, ...]
    lifted: bool = False

    def value(self, kind: Kind | None, text: str) -> str:
        """A value of a known class; of none: a text in which known values may stand."""
        if self.lifted:
            return text
        return self.text(text) if kind is None else mask(kind, text)

    def text(self, text: str) -> str:
        """A text somebody wrote, with every known value in it hidden; the longest first."""
        if self.lifted or not text:
            return text
        for written, hidden in _longest_first(self.known):
            text = text.replace(written, hidden)
        return text


def _longest_first(known: Iterable[Known]) -> list[tuple[str, str]]:
    pairs = {written: hidden for one in known for written, hidden in one.spellings.items()}
    return sorted(pairs.items(), key=lambda pair: -len(pair[0]))
