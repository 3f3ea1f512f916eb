"""The form of a district fact: questions by its kind, and what was typed as a value."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from eok.catalogue import adopted, open_facts
from eok.catalogue.actions.adopt import Wanted
from eok.catalogue.adopted import CONFIRMED, OFFICE
from eok.catalogue.errors import FactError
from eok.catalogue.schema import FeeFact, LicenceTaxFact, PeriodFact
from eok.core import clock
from eok.core.errors import EokError, InvalidError
from eok.krds.fields import Choice, Field, Kind, date_parts
from eok.offices import queries as offices

PARTS = ("year", "month", "day")
NO_TAX = "0"
_UNITS = [
    Choice(key, "즉시(3근무시간)" if key == "immediate" else label) for key, label in open_facts.UNITS.items()
]
_CLASSES = [Choice(NO_TAX, "과세 대상 아님"), *(Choice(str(n), f"제{n}종") for n in range(1, 6))]


def fields(
    service_id: str, field: str, typed: Mapping[str, str], error: EokError | None
) -> tuple[Field, ...]:
    """The questions with what was typed; the error stands beside its own."""
    day = "-".join(typed.get(f"from_on.{part}", "") for part in PARTS) if typed else _today().isoformat()
    asked = (
        *_value(service_id, field, typed),
        Field("rule", "rule", "근거", value=typed.get("rule", ""), width="w-full", help="조례·규칙·표의 이름과 조. 예: ○○구 수수료 징수 조례 별표 1"),
        Field("from_on", "from_on", "쓰기 시작하는 날", Kind.DATE, day, parts=date_parts("from_on", day), help="앞날이면 그날부터 바뀌어요."),
        Field("note", "note", "메모", value=typed.get("note", ""), width="w-full", required=False, help="확인하는 사람이 알아야 할 것"),
    )  # fmt: skip
    return tuple(replace(one, error=error.message) if _is_of(error, one) and error else one for one in asked)


def read(service_id: str, field: str, typed: Mapping[str, str]) -> Wanted:
    """Raises FactError at the first thing that can't be used."""
    return Wanted(
        service_id, field, _typed_value(service_id, field, typed), typed.get("rule", ""), _day(typed), typed.get("note", "")
    )  # fmt: skip


def shown(service_id: str, field: str) -> object:
    """The part of the affair the form is about, as it stands."""
    return open_facts.at(open_facts.standing(service_id, field).service, field)


def reason(typed: str, error: EokError | None) -> Field:
    """Why a value is sent back or taken back."""
    asked = Field(
        "reason",
        "reason",
        "까닭",
        value=typed,
        width="w-full",
        required=False,
        help="돌려보내거나 되돌릴 때 적어요.",
    )
    return replace(asked, error=error.message) if error and _is_of(error, asked) else asked


def said(value: Mapping[str, Any]) -> str:
    """A value in a few words, for the lists."""
    if "won" in value:
        return f"{value['won']:,}원"
    if "unit" in value:
        number = "" if value["unit"] == "immediate" else str(value["value"])
        return f"{number}{open_facts.UNITS[value['unit']]}"
    if "class" in value:
        return f"제{value['class']}종" if value["class"] else "과세 대상 아님"
    if OFFICE in value:
        return str(value[OFFICE])
    return f"지금 글이 맞음: {value[CONFIRMED].get('text') or value[CONFIRMED].get('name') or '그대로'}"


def _value(service_id: str, field: str, typed: Mapping[str, str]) -> Sequence[Field]:
    part = shown(service_id, field)
    if isinstance(part, PeriodFact):
        number = Field(
            "value", "value", "기간", Kind.NUMBER, typed.get("value", str(part.value)), help="즉시이면 0"
        )
        return number, Field(
            "unit", "unit", "단위", Kind.SELECT, typed.get("unit", part.unit), options=_UNITS
        )
    if isinstance(part, FeeFact):
        return (
            Field("value", "value", "수수료", Kind.MONEY, typed.get("value", str(part.won)), help="없으면 0"),
        )
    if isinstance(part, LicenceTaxFact):
        known = str(part.class_ or NO_TAX)
        return (Field("value", "value", "종별", Kind.SELECT, typed.get("value", known), options=_CLASSES),)
    if field == OFFICE:
        places = [Choice(one.key, one.name) for one in offices.departments(_today())]
        return (Field("value", "value", "담당 부서", Kind.SELECT, typed.get("value", ""), options=places),)
    label = "위의 글이 지금도 맞음을 근거에서 보았습니다"
    return (Field("value", "value", label, Kind.CHECKBOX, typed.get("value", "")),)


def _typed_value(service_id: str, field: str, typed: Mapping[str, str]) -> dict[str, Any]:
    part, word = shown(service_id, field), typed.get("value", "").strip()
    if isinstance(part, PeriodFact):
        return {"value": _number(word), "unit": typed.get("unit", "")}
    if isinstance(part, FeeFact):
        return {"won": _number(word)}
    if isinstance(part, LicenceTaxFact):
        return {"class": _number(word) or None}
    if field == OFFICE:
        return _office(word)
    return _confirmed(service_id, field, word)


def _office(word: str) -> dict[str, Any]:
    if word not in {one.key for one in offices.departments(_today())}:
        raise FactError("부서를 고르지 않았습니다. 채우지 않았습니다. 목록에서 골라 주세요.", "value")
    return {OFFICE: word}


def _confirmed(service_id: str, field: str, word: str) -> dict[str, Any]:
    if not word:
        raise FactError(
            "맞는지 표시하지 않았습니다. 채우지 않았습니다. 근거와 견준 뒤 표시해 주세요.", "value"
        )
    state = open_facts.standing(service_id, field)
    return {CONFIRMED: adopted.bare(adopted.said(state.file.value, adopted.loc_of(field)))}


def _number(word: str) -> int:
    plain = word.replace(",", "").removesuffix("원").strip()
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 9):
        raise FactError("숫자로 읽을 수 없습니다. 채우지 않았습니다. 숫자만 적어 주세요.", "value")
    return int(plain)


def _day(typed: Mapping[str, str]) -> date:
    try:
        return date(*(int(typed.get(f"from_on.{part}", "")[:4]) for part in PARTS))
    except ValueError as error:
        raise FactError(
            "날을 읽을 수 없습니다. 채우지 않았습니다. 연, 월, 일을 숫자로 적어 주세요.", "from_on"
        ) from error


def _is_of(error: EokError | None, one: Field) -> bool:
    return isinstance(error, InvalidError) and error.field == one.name


def _today() -> date:
    return clock.seoul_now().date()
