"""The form for a look-up that an officer did elsewhere: its fields, and what was typed into them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from eok.casework.actions.note_look_up import AGREES, Seen
from eok.core import clock
from eok.core.errors import InvalidError
from eok.desk import typed
from eok.krds.fields import Choice, Field, Kind, date_parts

WHERE, NUMBER, NOTE = 60, 60, 300
"""Longest words of each; together they fit a remark of a check."""
PARTS = ("on.year", "on.month", "on.day")


@dataclass(frozen=True)
class Typed:
    """What was typed for one paper and could not be noted."""

    paper: str
    given: Mapping[str, str]
    error: InvalidError


def seen(given: Mapping[str, str]) -> Seen:
    """What the form says. Raises InvalidError."""
    return Seen(
        where=typed.words(given.get("where", ""), "where", WHERE),
        reference_no=typed.words(given.get("reference_no", ""), "reference_no", NUMBER),
        on=_day(given),
        agrees=given.get("agrees", ""),
        note=typed.words(given.get("note", ""), "note", NOTE),
    )


def _day(given: Mapping[str, str]) -> date:
    try:
        year, month, day = (int(given.get(part, "")) for part in PARTS)
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise InvalidError("조회한 날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "on") from None


def fields(paper: str, last: Typed | None = None) -> tuple[Field, ...]:
    """The fields of one paper, empty with today's date, or as they were typed with the error in its place."""
    given = last.given if last else {}
    on = "-".join(given.get(part, "") for part in PARTS) if last else clock.seoul_now().date().isoformat()
    options = tuple(Choice(value, label) for value, label in AGREES.items())
    made = (
        Field("where", "where", "조회한 곳(기관)", value=given.get("where", ""), help="예: 국세청 홈택스"),
        Field(
            "reference_no", "reference_no", "조회번호", value=given.get("reference_no", ""), required=False
        ),
        Field("on", "on", "조회한 날", Kind.DATE, on, parts=date_parts("on", on)),
        Field("agrees", "agrees", "신청한 내용과", Kind.RADIOS, given.get("agrees", ""), options=options),
        Field("note", "note", "적어 둘 말", value=given.get("note", ""), required=False),
    )
    return tuple(_placed(field, paper, last) for field in made)


def _placed(field: Field, paper: str, last: Typed | None) -> Field:
    """The field under an id of this paper, for a case can have several."""
    error = last.error.message if last and last.error.field == field.name else ""
    return replace(field, id=f"{paper}-{field.name}", error=error, autosave=False)
