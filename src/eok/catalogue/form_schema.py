"""서식: questions, pages, and the official form the answers are printed on."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from eok.catalogue.sources import Cel, Id, Part, Sentence, Source, Words


class Option(Part):
    value: Id
    label: Words
    help: Words | None = None


class Privacy(StrEnum):
    """Class of personal data of an answer."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
    UNIQUE = "unique_id"
    """고유식별정보 (개인정보 보호법 §24); needs `ground`."""


QuestionType = Literal[
    "text", "long_text", "number", "money", "date", "phone", "email", "domain", "choice", "choices",
    "yes_no", "address", "business_no", "corporation_no", "person_name", "licence_no", "table",
]  # fmt: skip


COLUMN_TYPES = (
    "text", "number", "money", "date", "phone", "email", "choice", "person_name", "business_no", "licence_no",
)  # fmt: skip
"""What a cell of a table can hold: whatever is typed into one line."""
COMPUTED_TYPES = ("number", "money", "date", "text", "yes_no")
"""What an expression can give: a whole number, a text (dates as 2026-11-27), yes or no."""


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
    value: Cel | None = None
    """Worked out from the answers above instead of asked; shown where it stands, and filed."""
    options: tuple[Option, ...] = ()
    columns: tuple["Question", ...] = ()
    """Of a table: what each row is asked; `minimum` and `maximum` then count rows."""
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
    """Class of its data; kinds that may hold either must say (`privacy_checks.py`)."""
    ground: str | None = None
    """By which articles it is asked; without it those of `why`, else of the form (`privacy.py`)."""

    @model_validator(mode="after")
    def _consistent(self) -> "Question":
        if self.type in ("choice", "choices") and len(self.options) < 2:
            raise ValueError(f"{self.id}: 고르는 물음에는 답(options)이 둘 이상 있어야 합니다")
        if (self.type == "table") != bool(self.columns):
            raise ValueError(f"{self.id}: columns(칸)는 표(table)에, 표에는 columns가 있어야 합니다")
        for column in self.columns:
            if column.type not in COLUMN_TYPES or column.when or column.value:
                raise ValueError(
                    f"{self.id}: 표의 칸({column.id})은 {', '.join(COLUMN_TYPES)} 가운데 하나이고 when과 value가 없습니다"
                )
        if self.privacy is Privacy.UNIQUE and not self.ground:
            raise ValueError(f"{self.id}: 고유식별정보를 물으려면 ground(근거 법령)가 있어야 합니다")
        if self.value is not None and self.type not in COMPUTED_TYPES:
            raise ValueError(
                f"{self.id}: value로 셈하는 것의 type은 {', '.join(COMPUTED_TYPES)} 가운데 하나입니다"
            )
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
    ground: str | None = None
    """Articles by which personal data is asked where a question names none (개인정보 보호법 §15①)."""

    def questions(self) -> tuple[Question, ...]:
        return tuple(q for page in self.pages for q in page.questions)
