"""What the file of a civil affair may say: the shape of `data/services/<sector>/<id>.yaml`.

Frozen pydantic models; unknown keys are errors. Each fact of law carries its source and a grade
(법령, 우리 구, 참고, 미확인). The catalogue of a 민원사무 follows 민원처리법 §36 and 시행령 §10②.
Conditions (`when`, `required_when`, `value`) are CEL over the answers; the room forms checks them.
"""

import warnings
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

# 대장 is `register` in the glossary; that pydantic's metaclass has a method of this name harms nobody.
warnings.filterwarnings("ignore", r'Field name "register" in', UserWarning)

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=60)]
Cel = Annotated[str, Field(min_length=1, max_length=500)]


class Part(BaseModel):
    """Base of every part of a service's file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Part):
    """A text people read. A plain string in the file is its Korean."""

    ko: str
    easy: str | None = None
    """쉬운 말"""
    en: str | None = None

    def __str__(self) -> str:
        return self.ko


def _text(value: object) -> object:
    return {"ko": value} if isinstance(value, str) else value


Words = Annotated[Text, BeforeValidator(_text)]


class Grade(StrEnum):
    """How sure a fact is."""

    LAW = "법령"
    """Read in the statute named; checked by a person."""
    DISTRICT = "우리 구"
    """Set by this district; dated, with who said so."""
    REFERENCE = "참고"
    """Read on another office's published page, with where and when."""
    OPEN = "미확인"
    """Not known yet; production does not open an affair with such a fact."""


class Source(Part):
    """Where a fact comes from."""

    grade: Grade
    cite: str | None = None
    """Citation: `전자상거래법 시행규칙 §8①`; several are joined by `; `."""
    where: str | None = None
    """For 참고: the page's address; for 우리 구: the rule or document."""
    on: date | None = None
    """When it was read or decided."""
    by: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Source":
        if self.grade is Grade.LAW and not self.cite:
            raise ValueError("법령 등급에는 cite(조문)가 있어야 합니다")
        if self.grade is Grade.REFERENCE and not (self.where and self.on):
            raise ValueError("참고 등급에는 where(어디서)와 on(언제 읽음)이 있어야 합니다")
        if self.grade is Grade.DISTRICT and not (self.on and self.by):
            raise ValueError("우리 구 등급에는 on(언제)과 by(누가)가 있어야 합니다")
        return self


class Sentence(Part):
    """A statement with its source."""

    text: Words
    source: Source


class PeriodFact(Part):
    """A statutory period: `{value: 3, unit: days}`; 즉시 is `{value: 0, unit: immediate}`."""

    value: int = Field(ge=0)
    unit: Literal["immediate", "hours", "days", "weeks", "months"]
    source: Source


class FeeFact(Part):
    """수수료 in won (민원처리법 §29)."""

    won: int = Field(ge=0)
    source: Source


class LicenceTaxFact(Part):
    """등록면허세(면허분), 지방세법 §§34, 35, 38. `class_` is the district's fact."""

    class_: Literal[1, 2, 3, 4, 5] | None = Field(alias="class")
    source: Source


class Option(Part):
    value: Id
    label: Words
    help: Words | None = None


class Privacy(StrEnum):
    """Class of personal data of an answer."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
    UNIQUE = "unique"
    """고유식별정보 (개인정보 보호법 §24); needs `ground`."""


QuestionType = Literal[
    "text", "long_text", "number", "money", "date", "phone", "email", "domain", "choice", "choices",
    "yes_no", "address", "business_no", "corporation_no", "person_name", "licence_no",
]  # fmt: skip


class Question(Part):
    """One thing asked. Its id names the answer: `answers.<id>`."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
    type: QuestionType
    label: Words
    official: str | None = None
    """Caption in the official form (서식의 칸 이름); absent: not printed there."""
    group: str | None = None
    """Side head of the official form this caption stands under (신고인, 신고사항 …)."""
    help: Words | None = None
    why: Sentence | None = None
    """Why the law asks it."""
    required: bool = True
    when: Cel | None = None
    """Asked only if true; hangs under its cause on the page."""
    options: tuple[Option, ...] = ()
    max_length: int | None = Field(default=None, ge=1, le=4000)
    minimum: int | None = None
    maximum: int | None = None
    unit: str | None = None
    not_before: str | None = None
    """For dates: `filing`, `filing-30d`, `filing+1y` or the id of another date question."""
    not_after: str | None = None
    prefill: Literal["identity.name", "identity.birth_date", "identity.phone", "identity.email"] | None = None
    autocomplete: str | None = None
    privacy: Privacy = Privacy.PUBLIC
    ground: str | None = None
    """Statute that allows asking a unique identifier (개인정보 보호법 §24의2①)."""

    @model_validator(mode="after")
    def _consistent(self) -> "Question":
        if self.type in ("choice", "choices") and len(self.options) < 2:
            raise ValueError(f"{self.id}: 고르는 물음에는 답(options)이 둘 이상 있어야 합니다")
        if self.privacy is Privacy.UNIQUE and not self.ground:
            raise ValueError(f"{self.id}: 고유식별정보를 물으려면 ground(근거 법령)가 있어야 합니다")
        return self


class Page(Part):
    """One topic, one page."""

    id: Id
    step: Words
    """Step of the indicator this page belongs to: 신청인, 내용."""
    title: Words
    intro: Words | None = None
    questions: tuple[Question, ...]


class Form(Part):
    """서식: what is asked, and the official form the answers are printed on."""

    law: str
    """`전자상거래 등에서의 소비자보호에 관한 법률 시행규칙`: as in the statute's title."""
    number: str
    """`별지 제1호서식`"""
    title: str
    source: Source
    pages: tuple[Page, ...]
    declaration: Words
    """The sentence that is signed."""

    def questions(self) -> tuple[Question, ...]:
        return tuple(q for page in self.pages for q in page.questions)


class LookUp(Part):
    """행정정보 공동이용: what the office looks at instead of asking (전자정부법 §36, §42)."""

    kind: Id
    shows: tuple[str, ...]
    """Exactly what is looked at."""
    consent: bool = True
    subject: str
    """Id of the answer that names the subject (사업자등록번호 …)."""


class ByPost(Part):
    """A paper that may follow by post after an electronic filing."""

    months: int
    source: Source


class Paper(Part):
    """구비서류."""

    id: Id
    name: Words
    source: Source
    when: Cel | None = None
    because: Words | None = None
    """Why it is needed, in terms of the answer that caused it."""
    because_not: Words | None = None
    """Why it is not needed otherwise."""
    look_up: LookUp | None = None
    where_from: Words | None = None
    form: str | None = None
    """The paper's own official form, `별지 제2호서식`."""
    by_post: ByPost | None = None
    instead: Words | None = None
    """What may be given instead (a statement of reason …)."""
    optional: bool = False
    max_files: int = Field(default=20, ge=1, le=20)


class ReviewItem(Part):
    """One thing the officer checks."""

    id: Id
    question: Words
    source: Source
    when: Cel | None = None
    automatic: Id | None = None
    """Name of an automatic check that answers it (see casework)."""


class Reason(Part):
    """A lawful reason to refuse or to ask for a supplement."""

    id: Id
    text: Words
    source: Source


class RegisterEffect(Part):
    """What a grant does to the register of licences (영업·등록 대장)."""

    register: Id
    effect: Literal["open", "change", "suspend", "resume", "close", "succeed", "reissue"]
    names: dict[str, str] = {}
    """Which answer fills which column: `name: trade_name`, `premises: address`."""


class Preparation(Part):
    """A plain question on the affair's page that makes papers drop away (준비할 것)."""

    question: str
    """Id of a yes_no or choice question of the form."""
    label: Words


class Related(Part):
    service: Id | None = None
    title: Words
    when: Words | None = None


class Coming(Part):
    """A change of law already promulgated."""

    on: date
    text: Words
    source: Source


class Service(Part):
    """민원사무: one civil affair as its file says it."""

    id: Id
    sector: Id = ""
    """Folder it lies in; filled by the loader."""
    name: Words
    summary: Words
    """One sentence in plain words."""
    kind: Literal["report", "permit", "registration", "certificate", "other"]
    channel: Literal["in_house", "linked"] = "in_house"
    category: Literal["statutory", "inquiry", "proposal", "other", "grievance"] = "statutory"
    law: tuple[Sentence, ...]
    """Articles it rests on; `text` says what each is about."""
    who: Sentence
    when: Sentence
    not_needed: Sentence | None = None
    warnings: tuple[Sentence, ...] = ()
    filing_deadline: Sentence | None = None
    office: Id
    """Key of the department in the district's folder."""
    processing_period: PeriodFact
    deemed_after: PeriodFact | None = None
    accept: Literal["auto", "manual"] = "auto"
    fee: FeeFact
    licence_tax: LicenceTaxFact | None = None
    minutes: int = Field(default=5, ge=1)
    """Time a resident needs."""
    form: Form
    papers: tuple[Paper, ...] = ()
    preparation: tuple[Preparation, ...] = ()
    review: tuple[ReviewItem, ...] = ()
    supplement_reasons: tuple[Reason, ...] = ()
    refusal_reasons: tuple[Reason, ...] = ()
    certificate: Id | None = None
    register: RegisterEffect | None = None
    result: Words
    """What one gets."""
    related: tuple[Related, ...] = ()
    coming: tuple[Coming, ...] = ()
    popular: int = 0
    """Order on the home page; 0 is not shown."""
    popular_when: Words | None = None
    life_events: tuple[Id, ...] = ()
    checked: Source | None = None
