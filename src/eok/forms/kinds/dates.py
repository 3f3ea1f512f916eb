"""Dates: three inputs, or one text (2026-11-27, 2026.11.27., 2026년 11월 27일, 20261127)."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from eok.catalogue.schema import Question
from eok.core import characters
from eok.core.korean import with_particle
from eok.forms import bounds, sentences
from eok.forms.kinds.base import EMPTY, Around, Kind, Reading, first
from eok.forms.typed import Posted, Raw

PARTS = ("year", "month", "day")
_WORDS = {"year": "연도", "month": "월", "day": "일"}
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_APART = re.compile(r"(\d+)\s*[-./년]\s*(\d+)\s*[-./월]\s*(\d+)\s*[.일]?")
YEARS = range(1800, 2200)
"""Years anybody means; others are slips of the hand."""


class Date(Kind):
    """Kept as 2026-11-27."""

    def inputs(self, question: Question) -> tuple[str, ...]:
        return (question.id, *(f"{question.id}.{part}" for part in PARTS))

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        typed = _parts(question, raw)
        if not any(typed.values()):
            return EMPTY
        wrong = _wrong_part(typed)
        if wrong:
            return Reading(problem=wrong)
        day = date(*(int(typed[part]) for part in PARTS))
        outside = _outside(question, day, around)
        return Reading(problem=outside) if outside else Reading(day.isoformat())

    def posted(self, question: Question, value: Any) -> Posted:
        numbers = dict(zip(PARTS, str(value).split("-", 2), strict=False))
        return Posted({f"{question.id}.{part}": [numbers.get(part, "")] for part in PARTS})

    def words(self, question: Question, value: Any) -> str:
        day = bounds.iso(value)
        return in_words(day) if day else str(value)


def in_words(day: date) -> str:
    """2026년 11월 27일."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def parts_typed(question: Question, raw: Raw) -> tuple[str, ...]:
    """Year, month and day as they were typed, to be shown again."""
    return tuple(_parts(question, raw).values())


def _parts(question: Question, raw: Raw) -> dict[str, str]:
    """The three numbers as typed; what is one text without the shape of a date stands as the year."""
    whole = characters.plain(first(raw, question.id)).strip()
    if not whole:
        return {p: characters.plain(first(raw, f"{question.id}.{p}")).strip() for p in PARTS}
    found = _TOGETHER.fullmatch(whole) or _APART.fullmatch(whole)
    return dict(zip(PARTS, found.groups() if found else (whole, "", ""), strict=True))


def _wrong_part(typed: dict[str, str]) -> str:
    """The first thing that is wrong, in the order year, month, day."""
    for part in PARTS:
        if not re.fullmatch(r"[0-9]{1,4}", typed[part]):
            return _not_a_number(part, typed[part])
    year, month, day = (int(typed[part]) for part in PARTS)
    if year not in YEARS:
        return "연도가 맞지 않아요. 네 자리로 적어 주세요. 예) 2026"
    if not 1 <= month <= 12:
        return f"{month}월은 없어요. 월은 1부터 12까지예요. 다시 적어 주세요."
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"{year}년 {month}월은 {last}일까지 있어요. 일을 다시 적어 주세요."
    return ""


def _not_a_number(part: str, typed: str) -> str:
    if not typed:
        return f"{with_particle(_WORDS[part], '이')} 비어 있어요. 연도, 월, 일을 모두 적어 주세요."
    return f"{with_particle(_WORDS[part], '은')} 숫자로 적어 주세요. 예) 2026년 11월 27일"


def _outside(question: Question, day: date, around: Around) -> str:
    """A day before the first or after the last one allowed."""
    start = bounds.resolve(question.not_before, today=around.today, answers=around.answers)
    end = bounds.resolve(question.not_after, today=around.today, answers=around.answers)
    about = with_particle(sentences.noun(question), "은")
    if start and day < start:
        return f"{about} {in_words(start)}부터 적을 수 있어요. 날짜를 다시 봐 주세요."
    if end and day > end:
        return f"{about} {in_words(end)}까지 적을 수 있어요. 날짜를 다시 봐 주세요."
    return ""
