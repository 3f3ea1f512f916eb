"""What the file of a civil affair may say: the shape of `data/services/<sector>/<id>.yaml`.

Frozen pydantic models; unknown keys are errors. Each fact of law carries its source and a grade
(법령, 우리 구, 참고, 미확인). The catalogue of a 민원사무 follows 민원처리법 §36 and 시행령 §10②.
Conditions (`when`, `required_when`, `value`) are CEL over the answers; the room forms checks them.
Other rooms import every name of the schema from here. The file's dated sections (`changes`) are in `dated.py`.
"""

import warnings
from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from eok.catalogue.fee_schema import FeeFact
from eok.catalogue.form_schema import Form, Option, Page, Privacy, Question, QuestionType, Signer
from eok.catalogue.sources import Cel, Grade, Id, Part, Sentence, Source, Text, Words

__all__ = [
    "ByPost", "Cel", "Coming", "Deadline", "FeeFact", "Form", "Grade", "Id", "LicenceTaxFact", "LookUp", "Option", "Page",
    "Paper", "Part", "PeriodFact", "Preparation", "Privacy", "Question", "QuestionType", "Reason",
    "RegisterEffect", "Related", "ReviewItem", "Sentence", "Service", "Signer", "Source", "TaxClosure", "Text",
    "Words",
]  # fmt: skip

# 대장 is `register` in the glossary; that pydantic's metaclass has a method of this name harms nobody.
warnings.filterwarnings("ignore", r'Field name "register" in', UserWarning)


PeriodUnit = Literal["immediate", "hours", "days", "weeks", "months"]


class PeriodRow(Part):
    """A length that holds where the answers say so (신고 5일, 허가 10일)."""

    name: Words
    when: Cel
    value: int = Field(ge=0)
    unit: PeriodUnit
    source: Source


class PeriodFact(Part):
    """A statutory period: `{value: 3, unit: days}`; 즉시 is `{value: 0, unit: immediate}`."""

    value: int = Field(ge=0)
    unit: PeriodUnit
    source: Source
    by: tuple[PeriodRow, ...] = ()
    """The first that holds goes before `value`."""


class LicenceTaxFact(Part):
    """등록면허세(면허분), 지방세법 §§34, 35, 38. `class_` is the district's fact."""

    class_: Literal[1, 2, 3, 4, 5] | None = Field(alias="class")
    source: Source


class LookUp(Part):
    """행정정보 공동이용: what the office looks at instead of asking (전자정부법 §36, §42)."""

    kind: Id
    shows: tuple[str, ...]
    """Exactly what is looked at."""
    consent: bool = True
    subject: str
    """Id of the answer that names the subject (사업자등록번호 …)."""
    matches: Mapping[str, Id] = Field(default_factory=dict)
    """What is looked at, by the label of the record, and the answer it is held against."""


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
    valid_for: PeriodFact | None = None
    """How long after its issue it counts; an earlier upload is not offered again after that."""
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


class Deadline(Part):
    """A day to file by, counted from a date that is asked (민법 §157, §161); late is told, never refused."""

    of: str
    """Id of the date question."""
    within: PeriodFact | None = None
    """So long after that date."""
    before: PeriodFact | None = None
    """So many full days before that date ("5일 전까지"); 0: before what begins on it ("업무개시 전까지")."""
    may_follow: Sentence | None = None
    """What the law lets follow when one files late."""

    @model_validator(mode="after")
    def _one_way(self) -> "Deadline":
        if (self.within is None) == (self.before is None):
            raise ValueError(
                "deadlines에는 within(그날부터)과 before(그날 전까지) 가운데 하나만 있어야 합니다"
            )
        if self.before is not None and self.before.unit != "days":
            raise ValueError("deadlines의 before는 날수(days)로만 셉니다")
        if self.within is not None and (
            self.within.unit not in ("days", "weeks", "months") or self.within.value == 0
        ):
            raise ValueError("deadlines의 within은 일, 주, 개월로만 셉니다")
        return self


class TaxClosure(Part):
    """The 폐업신고 of the tax law that may be filed along, and is sent on without delay (식품위생법 시행규칙 §44②)."""

    when: Cel
    business_no: Id
    """Answer that names the business."""
    closed_on: Id
    paper: Id
    """The filled-in form of the tax law that is sent on."""
    source: Source


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
    """A change of law already promulgated, told in a sentence; what computes stands in `changes` (`dated.py`)."""

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
    deadlines: tuple[Deadline, ...] = ()
    """The same to be counted from an answer."""
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
    tax_closure: TaxClosure | None = None
    result: Words
    """What one gets."""
    related: tuple[Related, ...] = ()
    coming: tuple[Coming, ...] = ()
    popular: int = 0
    """Order on the home page; 0 is not shown."""
    popular_when: Words | None = None
    life_events: tuple[Id, ...] = ()
    checked: Source | None = None
