"""서식: what is asked, page by page, and the versions that were used so far."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from eok.api.answers import Answer
from eok.api.answers.services import OfficialForm, Said, official_form
from eok.catalogue.canonical import canonical
from eok.catalogue.models import CatalogueVersion
from eok.catalogue.schema import Page, Question, QuestionType, Service


class OptionSaid(Answer):
    value: str
    label: str


class QuestionSaid(Answer):
    """물음."""

    id: str
    type: QuestionType
    label: str
    help: str | None
    required: bool
    when: str | None = Field(description="묻는 때(CEL 조건식). 없으면 언제나 묻습니다")
    options: list[OptionSaid]
    max_length: int | None
    privacy: Literal["public", "personal", "sensitive", "unique"] = Field(description="답의 개인정보 등급")
    why: Said | None = Field(description="묻는 까닭")

    @classmethod
    def of(cls, asked: Question) -> "QuestionSaid":
        return cls(
            id=asked.id, type=asked.type, label=asked.label.ko, help=asked.help.ko if asked.help else None,
            required=asked.required, when=asked.when, max_length=asked.max_length,
            options=[OptionSaid(value=one.value, label=one.label.ko) for one in asked.options],
            privacy=asked.privacy.value, why=Said.of(asked.why) if asked.why else None,
        )  # fmt: skip


class PageSaid(Answer):
    """A page of questions."""

    id: str
    title: str
    questions: list[QuestionSaid]

    @classmethod
    def of(cls, page: Page) -> "PageSaid":
        return cls(id=page.id, title=page.title.ko, questions=[QuestionSaid.of(q) for q in page.questions])


class FormSaid(Answer):
    """A 서식 as it is asked."""

    service: str
    version: str = Field(description="내용의 SHA-256 지문. 내용이 같으면 같습니다")
    form: OfficialForm
    pages: list[PageSaid]
    declaration: str

    @classmethod
    def of(cls, service: Service) -> "FormSaid":
        return cls(
            service=service.id,
            version=canonical(service).digest,
            form=official_form(service),
            pages=[PageSaid.of(page) for page in service.form.pages],
            declaration=service.form.declaration.ko,
        )


class Version(Answer):
    """A version somebody began or filed on."""

    version: str
    first_used_at: datetime
    href: str

    @classmethod
    def of(cls, row: CatalogueVersion) -> "Version":
        href = f"/api/v1/services/{row.service}/versions/{row.digest}"
        return cls(version=row.digest, first_used_at=row.first_used_at, href=href)


class Versions(Answer):
    """Newest first."""

    items: list[Version]
