"""접수증 (민원처리법 시행령 §6②, 민원처리법 시행규칙 §3②: 별지 제2호서식). Values in, PDF out."""

from dataclasses import dataclass
from datetime import datetime

from eok.core.clock import SEOUL
from eok.papers import typeset
from eok.papers.typeset_bitmap import qr


@dataclass(frozen=True)
class Receipt:
    """What the receipt tells (민원처리법 시행령 §6④: also what happens next)."""

    receipt_no: str
    application_no: str
    service: str
    applicant: str
    accepted: str
    """2026년 11월 18일(수) 09:00"""
    due: str
    due_note: str
    """처리기간 3일(근무시간 24시간). 보완하는 기간은 넣지 않습니다."""
    office: str
    """일자리경제과 박지훈"""
    office_note: str
    """02-0000-0000 · 평일 9시~18시"""
    guidance: tuple[str, ...]
    issued_at: datetime
    issuer: str
    case_url: str
    """Where the QR leads: the case, behind the sign-in."""
    sample: bool


def receipt(facts: Receipt) -> bytes:
    """The PDF, A5, one page. Raises UnprintableError."""
    day = facts.issued_at.astimezone(SEOUL)
    data = {
        "title": "접수증",
        "rows": _rows(facts),
        "guidance": facts.guidance,
        "date": f"{day.year}년 {day.month}월 {day.day}일",
        "issuer": facts.issuer,
        "application_no": facts.application_no,
        "sample": facts.sample,
        "qr_alt": "이 민원의 처리 상황을 보는 주소가 담긴 QR",
    }
    return typeset.render("papers/receipt", data, images={"qr": qr(facts.case_url)}, made_at=facts.issued_at)


def _rows(facts: Receipt) -> list[dict[str, object]]:
    """Captions of 별지 제2호서식 as the design has them; the form's drawing itself is 미확인."""
    lines = (
        ("접수번호", facts.receipt_no, ""),
        ("민원명", facts.service, ""),
        ("민원인", facts.applicant, ""),
        ("접수일시", facts.accepted, ""),
        ("처리예정기한", facts.due, facts.due_note),
        ("처리부서", facts.office, facts.office_note),
    )
    return [
        {"caption": caption, "value": value, "note": note, "large": caption == "접수번호"}
        for caption, value, note in lines
    ]
