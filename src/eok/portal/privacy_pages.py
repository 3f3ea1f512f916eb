"""Builds the pages of 내 정보: the demands, the form, one page of looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.http import QueryDict

from eok.accounts.models import Person
from eok.core import clock
from eok.core.errors import InvalidError
from eok.krds.fields import Choice, Field, Kind, errors_of
from eok.offices.calendar import calendar
from eok.privacy import queries, record
from eok.privacy.kinds import KINDS, OPEN, RECEIVE, SCOPES, STATES
from eok.privacy.models import DisclosureRequest
from eok.rules.disclosure import answer_due


@dataclass(frozen=True)
class Line:
    """One demand in a list."""

    row: DisclosureRequest
    kind: str
    state: str
    late: bool


def overview(person: Person) -> dict[str, object]:
    today = clock.seoul_now().date()
    rows = [
        Line(r, KINDS[r.kind], STATES[r.state], queries.is_late(r, today)) for r in queries.of_person(person)
    ]
    return {"lines": rows, "until": answer_due(today, calendar())}


def one(row: DisclosureRequest) -> dict[str, object]:
    demand, today = record.demand_of(row), clock.seoul_now().date()
    return {
        "row": row,
        "kind": KINDS[row.kind],
        "state": STATES[row.state],
        "open": row.state in OPEN,
        "late": queries.is_late(row, today),
        "scope": [SCOPES[s] for s in demand.scope],
        "demand": demand,
        "receive": RECEIVE[demand.receive],
        "steps": record.steps(row),
    }


def form(given: QueryDict, error: InvalidError | None) -> dict[str, object]:
    """What was typed stays in it."""
    wrong = {error.field: error.message} if error else {}
    scope = given.getlist("scope") or ([] if error else list(SCOPES))
    fields = (
        _field("kind", "무엇을 요구하나요?", Kind.RADIOS, given.get("kind", "access"), wrong, KINDS),
        _field("scope", "보고 싶은 것", Kind.CHECKBOXES, scope, wrong, SCOPES, help="열람을 요구할 때만 골라요."),
        _field("words", "덧붙일 말", Kind.TEXTAREA, given.get("words", ""), wrong, {}, required=False, rows=4,
               help="고치거나 지우려면 무엇을 어떻게 할지 적어 주세요."),
        _field("receive", "어떻게 받을까요?", Kind.RADIOS, given.get("receive", "portal"), wrong, RECEIVE),
    )  # fmt: skip
    today = clock.seoul_now().date()
    return {"fields": fields, "errors": errors_of(fields), "until": answer_due(today, calendar())}


def _field(
    name: str, label: str, kind: Kind, value: str | list[str], wrong: dict[str | None, str],
    options: dict[str, str], **more: Any,  # Any: what Field takes besides
) -> Field:  # fmt: skip
    choices = tuple(Choice(key, text) for key, text in options.items())
    return Field(
        name, name, label, kind, value, options=choices, error=wrong.get(name, ""), autosave=False, **more
    )


def paged(rows: Sequence[object], asked: str, most: int) -> dict[str, object]:
    """One page of a list. asked: its number as it came, anything."""
    pages = max(1, ceil(len(rows) / most))
    page = min(max(1, int(asked)), pages) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1
    return {"looks": rows[(page - 1) * most : page * most], "page": page, "pages": pages, "total": len(rows)}
