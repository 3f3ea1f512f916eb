"""Which control of krds answers which type of question, and how wide it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from eok.catalogue.schema import Question, QuestionType
from eok.forms import grids
from eok.forms.display import words
from eok.forms.kinds import dates
from eok.forms.kinds.choosing import YES_NO
from eok.forms.typed import Posted
from eok.krds import beside
from eok.krds.display import Words
from eok.krds.fields import Choice, Field, Kind, Part, address_parts, date_parts

_KINDS: Mapping[QuestionType, Kind] = {
    "long_text": Kind.TEXTAREA, "number": Kind.NUMBER, "money": Kind.MONEY, "date": Kind.DATE, "phone": Kind.TEL,
    "email": Kind.EMAIL, "choices": Kind.CHECKBOXES, "yes_no": Kind.TILES, "address": Kind.ADDRESS,
    "business_no": Kind.NUMBER, "corporation_no": Kind.NUMBER, "table": Kind.TABLE,
}  # fmt: skip

_WIDTHS: Mapping[QuestionType, str] = {
    "person_name": "w-10", "licence_no": "w-20", "email": "w-20", "phone": "w-10", "business_no": "w-10",
    "corporation_no": "w-10", "money": "w-10", "number": "w-6",
}  # fmt: skip

WAITING = "위에 답하면 셈해 드려요."
"""In the place of a value that cannot be worked out yet."""

_MOST_TILES = 4
_LONGEST_TILE = 10
"""Characters; longer answers stand under each other."""


def control(
    question: Question, typed: Posted, words: Words = Words.KO, **drawn: Any
) -> Field:  # Any: handed on to Field, which types them
    """The field of a question. typed: its inputs as the browser sent or would send them. words: beside the Korean."""
    return Field(
        id=f"q-{question.id}",
        name=question.id,
        label=question.label.ko,
        kind=_kind(question),
        value=_value(question, typed),
        help=question.help.ko if question.help else "",
        options=_options(question, words),
        beside=beside.of(question.label, words),
        help_beside=beside.of(question.help, words),
        parts=_parts(question, typed),
        grid=grids.grid(question, typed) if question.columns else None,
        required=question.required,
        autocomplete=question.autocomplete or "",
        inputmode="url" if question.type == "domain" else "",
        unit="원" if question.type == "money" else question.unit or "",
        max_length=question.max_length,
        width=_WIDTHS.get(question.type, "w-full"),
        **drawn,
    )


def result(question: Question, value: Any, level: int) -> Field:
    """What is worked out, told where it stands; nothing is typed into it."""
    return Field(
        id=f"q-{question.id}",
        name=question.id,
        label=question.label.ko,
        kind=Kind.RESULT,
        value=words(question, value) or WAITING,
        help=question.help.ko if question.help else "",
        level=level,
    )


def _kind(question: Question) -> Kind:
    if question.type == "choice":
        return Kind.TILES if _fits_tiles(question) else Kind.RADIOS
    return _KINDS.get(question.type, Kind.TEXT)


def _fits_tiles(question: Question) -> bool:
    short = all(len(option.label.ko) <= _LONGEST_TILE for option in question.options)
    with_help = any(option.help for option in question.options)
    return short and len(question.options) <= (2 if with_help else _MOST_TILES)


def _value(question: Question, typed: Posted) -> str | Sequence[str]:
    values = typed.getlist(question.id)
    return tuple(values) if question.type == "choices" else (values[0] if values else "")


def _options(question: Question, words: Words) -> tuple[Choice, ...]:
    if question.type == "yes_no":
        return tuple(Choice(value, label) for value, label in YES_NO.items())
    return tuple(
        Choice(
            option.value,
            option.label.ko,
            option.help.ko if option.help else "",
            beside=beside.of(option.label, words),
        )
        for option in question.options
    )


def _parts(question: Question, typed: Posted) -> tuple[Part, ...]:
    if question.type == "date":
        numbers = dates.parts_typed(question, typed)
        return date_parts(question.id, "-".join(numbers), birthday=question.autocomplete == "bday")
    if question.type == "address":
        road, detail, postcode = (
            next(iter(typed.getlist(f"{question.id}.{part}")), "") for part in ("road", "detail", "postcode")
        )
        return address_parts(question.id, road, detail, postcode)
    return ()
