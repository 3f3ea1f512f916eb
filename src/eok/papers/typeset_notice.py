"""A decision in writing (민원처리법 §27①③): 수리, 반려 or 거부, with reasons, remedies and who to ask.

Values in, PDF out. The remedies are those every refusal of a 법정민원 has; a service with others passes its own.
"""

from dataclasses import dataclass
from datetime import datetime

from eok.core.clock import SEOUL
from eok.papers import typeset
from eok.papers.typeset_errors import TypesetError

REMEDIES = (
    # 민원처리법 §35①; 민원처리법 §35②
    "이의신청: 이 통지를 받은 날부터 60일 안에 우리 구청에 문서로 낼 수 있습니다. 받은 날부터 10일 안에 결정합니다.",
    # 민원처리법 §35③; 행정심판법 §27①
    "행정심판: 이의신청과 관계없이, 이 처분이 있음을 안 날부터 90일 안에 청구할 수 있습니다.",
    # 민원처리법 §35③
    "행정소송: 이의신청과 관계없이 「행정소송법」에 따라 제기할 수 있습니다.",
)


@dataclass(frozen=True)
class Notice:
    """One letter."""

    office: str
    """서초구"""
    recipient: str
    title: str
    """통신판매업 신고 수리 알림"""
    opening: str
    facts: tuple[tuple[str, str], ...]
    """Caption and value: 접수번호, 접수일, 처리결과 …"""
    contact: str
    """Officer's department, name and phone (민원처리법 시행령 §31)."""
    number: str
    """접수번호, repeated on each page."""
    issued_at: datetime
    issuer: str
    sample: bool
    reasons: tuple[str, ...] = ()
    """Why it was refused, each with its article; a letter with reasons also tells the remedies."""
    remedies: tuple[str, ...] = REMEDIES
    guidance: tuple[str, ...] = ()
    """What the person does next."""
    sections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Further parts before the reasons: title and lines."""


def notice(letter: Notice, *, official_seal: bytes | None = None) -> bytes:
    """The PDF. Outside demonstrations it bears the 관인 (PNG or SVG). Raises UnprintableError, TypesetError."""
    if not letter.sample and official_seal is None:
        raise TypesetError("papers/notice", "no official seal")
    day = letter.issued_at.astimezone(SEOUL)
    data = {
        "title": letter.title,
        "office": letter.office,
        "recipient": letter.recipient,
        "opening": letter.opening,
        "facts": letter.facts,
        "parts": _parts(letter),
        "contact": letter.contact,
        "date": f"{day.year}년 {day.month}월 {day.day}일",
        "issuer": letter.issuer,
        "foot": f"접수번호 {letter.number}",
        "sample": letter.sample,
        "seal_alt": None if letter.sample else f"{letter.issuer}의 관인",
    }
    images = {"seal": official_seal} if official_seal and not letter.sample else {}
    return typeset.render("papers/notice", data, images=images, made_at=letter.issued_at)


def _parts(letter: Notice) -> list[dict[str, object]]:
    """민원처리법 §27③: reasons and remedies go together."""
    parts: list[dict[str, object]] = [
        {"title": title, "lines": lines, "numbered": True} for title, lines in letter.sections
    ]
    if letter.reasons:
        parts.append({"title": "이유", "lines": letter.reasons, "numbered": True})
        parts.append({"title": "구제절차", "lines": letter.remedies, "numbered": True})
    if letter.guidance:
        parts.append({"title": "다음에 하실 일", "lines": letter.guidance, "numbered": False})
    return parts
