"""An address in three parts: road address (도로명주소법), detail, postcode."""

from collections.abc import Mapping
from typing import Any

from eok.catalogue.schema import Question
from eok.core import characters
from eok.forms import sentences
from eok.forms.kinds.base import EMPTY, Around, Kind, Reading, first
from eok.forms.typed import Posted, Raw

LIMITS = {"road": 200, "detail": 100, "postcode": 10}


class Address(Kind):
    """Kept as {"road", "detail", "postcode"}; the last two may be empty."""

    def inputs(self, question: Question) -> tuple[str, ...]:
        return tuple(f"{question.id}.{part}" for part in LIMITS)

    def read(self, question: Question, raw: Raw, around: Around) -> Reading:
        parts = {part: characters.cleaned(first(raw, f"{question.id}.{part}")) for part in LIMITS}
        if not any(parts.values()):
            return EMPTY
        parts["postcode"] = characters.plain(parts["postcode"])
        problem = _problem(question, parts)
        return Reading(problem=problem) if problem else Reading(parts)

    def posted(self, question: Question, value: Any) -> Posted:
        parts = value if isinstance(value, Mapping) else {"road": str(value)}
        return Posted({f"{question.id}.{part}": [str(parts.get(part, ""))] for part in LIMITS})

    def words(self, question: Question, value: Any) -> str:
        if not isinstance(value, Mapping):
            return str(value)
        return ", ".join(str(value[part]) for part in ("road", "detail") if value.get(part))


def _problem(question: Question, parts: Mapping[str, str]) -> str:
    for part, text in parts.items():
        if characters.refused(text):
            return sentences.invisible(question)
        if len(text) > LIMITS[part]:
            return sentences.too_long(question, len(text), LIMITS[part])
    if not parts["road"]:
        return "도로명주소가 비어 있어요. 어디인지 알 수 있게 도로 이름과 건물 번호를 적어 주세요."
    if parts["postcode"] and not (
        parts["postcode"].isascii() and parts["postcode"].isdigit() and len(parts["postcode"]) == 5
    ):
        return "우편번호는 숫자 5자리예요. 모르면 비워 두어도 돼요. 다시 봐 주세요."
    return ""
