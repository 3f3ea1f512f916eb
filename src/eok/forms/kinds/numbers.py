"""Counts with their unit and amounts of won: whole numbers, commas and the unit may be typed along."""

import re
from typing import Any

from eok.catalogue.schema import Question
from eok.core import characters
from eok.core.korean import with_particle
from eok.forms import sentences
from eok.forms.kinds.base import Around, PlainLine, Reading

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?\d*\.\d+")


class Number(PlainLine):
    def unit(self, question: Question) -> str:
        return question.unit or ""

    def least(self, question: Question) -> int | None:
        return question.minimum

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        digits = _bare(text, self.unit(question))
        if _DECIMAL.fullmatch(digits):
            return Reading(
                problem="소수점이 있어요. 여기에는 온전한 수만 적을 수 있어요. 소수점 없이 적어 주세요."
            )
        if not _WHOLE.fullmatch(digits):
            return Reading(problem=self._not_a_number(question))
        return self._within(question, int(digits))

    def words(self, question: Question, value: Any) -> str:
        return f"{value:,}{self.unit(question)}" if isinstance(value, int) else str(value)

    def _not_a_number(self, question: Question) -> str:
        example = "40,000" if self.unit(question) == "원" else "12"
        return f"{with_topic(question)} 숫자로만 적을 수 있어요. 글자를 빼고 적어 주세요. 예) {example}"

    def _within(self, question: Question, value: int) -> Reading:
        least, most = self.least(question), question.maximum
        if (least is None or value >= least) and (most is None or value <= most):
            return Reading(value)
        return Reading(
            problem=f"{with_topic(question)} {_range(least, most, self.unit(question))} 적을 수 있어요. 다시 봐 주세요."
        )


class Money(Number):
    """Whole won."""

    def unit(self, question: Question) -> str:
        return "원"

    def least(self, question: Question) -> int | None:
        return question.minimum or 0


def with_topic(question: Question) -> str:
    return with_particle(sentences.noun(question), "은")


def _bare(text: str, unit: str) -> str:
    """Without commas, blanks and the unit."""
    digits = re.sub(r"[\s,]", "", text).replace("\u2212", "-")
    return digits.removesuffix(re.sub(r"\s", "", characters.plain(unit))) if unit else digits


def _range(least: int | None, most: int | None, unit: str) -> str:
    """1명부터 100명까지."""
    start = f"{least:,}{unit}부터" if least is not None else ""
    end = f"{most:,}{unit}까지" if most is not None else ""
    return f"{start} {end}".strip()
