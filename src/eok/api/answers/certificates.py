"""진위확인: the same answer as the page gives, masked in the same way."""

from datetime import datetime

from pydantic import Field

from eok.api.answers import Answer
from eok.verification.offline import Report
from eok.verification.standing import Standing


class Row(Answer):
    """A line of the document."""

    caption: str
    value: str


class StandingSaid(Answer):
    """What the register says today."""

    document_no: str
    title: str
    issued_at: datetime
    holds: bool = Field(description="문서도, 문서가 증명하는 것도 지금 효력이 있습니다")
    state: str
    told: str = Field(description="등록·신고가 오늘 어떤 상태인지")
    licence_no: str
    demonstration: bool = Field(description="시험용 견본이면 참. 효력이 없습니다")
    rows: list[Row]

    @classmethod
    def of(cls, found: Standing) -> "StandingSaid":
        return cls(
            document_no=found.document_no, title=found.title, issued_at=found.issued_at, holds=found.holds,
            state=found.state, told=found.told, licence_no=found.licence_no,
            demonstration=found.demonstration,
            rows=[Row(caption=caption, value=value) for caption, value in found.rows],
        )  # fmt: skip


class FileSaid(Answer):
    """What a file says by itself, and what the register says of it."""

    valid: bool = Field(description="우리 구가 낸 그대로입니다")
    reasons: list[str]
    standing: StandingSaid | None = Field(description="온전한 문서일 때만")

    @classmethod
    def of(cls, report: Report, found: Standing | None) -> "FileSaid":
        return cls(
            valid=report.valid,
            reasons=list(report.reasons),
            standing=StandingSaid.of(found) if found else None,
        )
