"""민원사무: a line of the list, and one with all its facts, each with its source and grade."""

from datetime import date
from typing import Literal

from pydantic import Field

from eok.api.answers import Answer
from eok.catalogue import facts
from eok.catalogue.schema import Paper, PeriodFact, Sentence, Service, Source


class SourceSaid(Answer):
    """Where a fact comes from."""

    grade: Literal["법령", "우리 구", "참고", "미확인"]
    cite: str | None = Field(description="조문")
    where: str | None = Field(description="읽은 곳이나 정한 문서")
    on: date | None = Field(description="읽거나 정한 날")

    @classmethod
    def of(cls, source: Source) -> "SourceSaid":
        return cls(grade=source.grade.value, cite=source.cite, where=source.where, on=source.on)


class Said(Answer):
    """A sentence with its source."""

    text: str
    source: SourceSaid

    @classmethod
    def of(cls, sentence: Sentence) -> "Said":
        return cls(text=sentence.text.ko, source=SourceSaid.of(sentence.source))


class PeriodSaid(Answer):
    """A statutory period; 즉시 is 0 immediate."""

    value: int
    unit: Literal["immediate", "hours", "days", "weeks", "months"]
    source: SourceSaid

    @classmethod
    def of(cls, period: PeriodFact) -> "PeriodSaid":
        return cls(value=period.value, unit=period.unit, source=SourceSaid.of(period.source))


class PaperSaid(Answer):
    """구비서류."""

    id: str
    name: str
    when: str | None = Field(description="필요한 때(CEL 조건식). 없으면 언제나 필요합니다")
    looked_up: bool = Field(description="동의하면 구청이 확인하므로 내지 않아도 됩니다")
    optional: bool
    source: SourceSaid

    @classmethod
    def of(cls, paper: Paper) -> "PaperSaid":
        return cls(
            id=paper.id, name=paper.name.ko, when=paper.when, looked_up=paper.look_up is not None,
            optional=paper.optional, source=SourceSaid.of(paper.source),
        )  # fmt: skip


class Fee(Answer):
    """수수료."""

    won: int
    source: SourceSaid


class OfficialForm(Answer):
    """법정 서식."""

    law: str
    number: str
    title: str
    source: SourceSaid


class ServiceLine(Answer):
    """One line of the list."""

    id: str
    name: str
    summary: str
    sector: str
    kind: Literal["report", "permit", "registration", "certificate", "other"]
    channel: Literal["in_house", "linked"]
    review: Literal["checked", "reference", "open"] = Field(description="가장 약한 근거")
    href: str = Field(description="자세한 답의 주소")
    page: str = Field(description="사람이 읽는 화면의 주소")

    @classmethod
    def of(cls, service: Service) -> "ServiceLine":
        return cls(**line(service))


class Services(Answer):
    """A part of the list."""

    items: list[ServiceLine]
    total: int = Field(description="조건에 맞는 모든 수")
    next_after: str | None = Field(description="다음 묶음을 물을 때 after에 넣을 값. 없으면 끝입니다")


class ServiceSaid(ServiceLine):
    """One 민원사무 with its facts."""

    department: str = Field(description="처리주무부서의 key")
    law: list[Said]
    who: Said
    when: Said
    filing_deadline: Said | None
    processing_period: PeriodSaid
    deemed_after: PeriodSaid | None
    fee: Fee
    papers: list[PaperSaid]
    form: OfficialForm
    result: str

    @classmethod
    def of(cls, service: Service) -> "ServiceSaid":
        return cls(
            **line(service),
            department=service.office,
            law=[Said.of(one) for one in service.law],
            who=Said.of(service.who),
            when=Said.of(service.when),
            filing_deadline=Said.of(service.filing_deadline) if service.filing_deadline else None,
            processing_period=PeriodSaid.of(service.processing_period),
            deemed_after=PeriodSaid.of(service.deemed_after) if service.deemed_after else None,
            fee=Fee(won=service.fee.won, source=SourceSaid.of(service.fee.source)),
            papers=[PaperSaid.of(paper) for paper in service.papers],
            form=official_form(service),
            result=service.result.ko,
        )


def line(service: Service) -> dict[str, str]:
    return {
        "id": service.id, "name": service.name.ko, "summary": service.summary.ko, "sector": service.sector,
        "kind": service.kind, "channel": service.channel, "review": facts.review(service),
        "href": f"/api/v1/services/{service.id}", "page": f"/services/{service.id}",
    }  # fmt: skip


def official_form(service: Service) -> OfficialForm:
    form = service.form
    return OfficialForm(law=form.law, number=form.number, title=form.title, source=SourceSaid.of(form.source))
