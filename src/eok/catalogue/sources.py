"""The small parts every fact is made of: a text people read, and where it comes from with its grade."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=60)]
Cel = Annotated[str, Field(min_length=1, max_length=500)]


class Part(BaseModel):
    """Base of every part of a service's file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def names_known() -> frozenset[str]:
    """Every name a part of a service's file may have."""
    fields = (field for part in _parts(Part) for field in part.model_fields.items())
    return frozenset(field.alias or name for name, field in fields)


def _parts(part: type[Part]) -> Iterator[type[Part]]:
    for child in part.__subclasses__():
        yield child
        yield from _parts(child)


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
