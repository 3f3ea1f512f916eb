"""Builds the page of one demand about somebody's own data: what was asked, until when, and the three ways to end it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from eok.accounts import queries as accounts
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.pii import Kind as Personal
from eok.core.pii import Known, Veil
from eok.desk import typed
from eok.krds.citations import law_ko
from eok.krds.fields import Choice, Field, Kind, date_parts, errors_of
from eok.offices.calendar import calendar
from eok.privacy import queries, record
from eok.privacy.actions.answer import Answer
from eok.privacy.kinds import KINDS, OPEN, RECEIVE, SCOPES, STATES, grounds_of
from eok.privacy.models import DisclosureRequest
from eok.rules import civil
from eok.rules.disclosure import ANSWER, may_postpone


@dataclass(frozen=True)
class Line:
    """One demand in the list."""

    row: DisclosureRequest
    kind: str
    state: str
    person: str
    late: bool
    days: int
    """Until the last day; below zero: past it."""


def line(row: DisclosureRequest) -> Line:
    today = clock.seoul_now().date()
    name = Veil(()).value(Personal.NAME, accounts.profile(row.person).name)
    late, days = queries.is_late(row, today), (row.due_on - today).days
    return Line(row, KINDS[row.kind], STATES[row.state], name, late, days)


def context(
    row: DisclosureRequest, given: QueryDict, error: InvalidError | None, *, lifted: bool
) -> dict[str, object]:
    """Everything the template needs. given: what was typed in the form that could not be kept."""
    demand, profile = record.demand_of(row), accounts.profile(row.person)
    received_on = row.received_at.astimezone(clock.SEOUL).date()
    veil = Veil((Known(Personal.NAME, profile.name), Known(Personal.PHONE, profile.phone)), lifted)
    forms = _forms(row, given, error, demand.scope)
    return {
        "row": row,
        "line": line(row),
        "name": veil.value(Personal.NAME, profile.name),
        "phone": veil.value(Personal.PHONE, profile.phone),
        "scope": [SCOPES[s] for s in demand.scope],
        "words": veil.text(demand.words),
        "receive": RECEIVE[demand.receive],
        "open": row.state in OPEN,
        "may_postpone": row.kind == "access"
        and may_postpone(received_on, clock.seoul_now().date(), calendar()),
        "counted": civil.explain(received_on, ANSWER, calendar()),
        "steps": [replace(step, said=veil.text(step.said)) for step in record.steps(row)],
        "forms": forms,
        "errors": errors_of([f for fields in forms.values() for f in fields]),
    }


def answer_of(given: QueryDict) -> Answer:
    """Raises InvalidError."""
    reason = typed.words(given.get("reason", ""), "reason")
    return Answer(tuple(s for s in given.getlist("scope") if s in SCOPES), given.get("ground", ""), reason)


def day_of(given: QueryDict) -> date:
    """Raises InvalidError."""
    try:
        return date(*(int(given.get(f"until.{part}", "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError):
        raise InvalidError("날짜를 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "until") from None


def _forms(
    row: DisclosureRequest, given: QueryDict, error: InvalidError | None, scope: tuple[str, ...]
) -> Mapping[str, tuple[Field, ...]]:
    """By verb; only the form that was sent keeps what was typed and its error."""
    return {
        "answer": _answer(row, _sent(given, "answer"), _wrong(given, "answer", error), scope),
        "postpone": _postpone(_sent(given, "postpone"), _wrong(given, "postpone", error)),
        "refuse": _refuse(row, _sent(given, "refuse"), _wrong(given, "refuse", error)),
    }


def _sent(given: QueryDict, verb: str) -> QueryDict:
    return given if given.get("do") == verb else QueryDict()


def _wrong(given: QueryDict, verb: str, error: InvalidError | None) -> Mapping[str | None, str]:
    return {error.field: error.message} if error and given.get("do") == verb else {}


def _answer(
    row: DisclosureRequest, given: QueryDict, wrong: Mapping[str | None, str], scope: tuple[str, ...]
) -> tuple[Field, ...]:
    if row.kind != "access":
        return (_reason("answer", "무엇을 어떻게 했나요?", given, wrong),)
    chosen = given.getlist("scope") or list(scope)
    options = tuple(Choice(s, SCOPES[s]) for s in scope)
    return (
        Field("answer-scope", "scope", "문서로 알릴 것", Kind.CHECKBOXES, chosen, options=options,
              help="모두 고르면 전부 알려요. 빼는 것이 있으면 아래에 까닭을 골라 주세요.",
              error=wrong.get("scope", ""), autosave=False),
        _ground("answer", row, given, wrong, required=False),
        _reason("answer", "빼는 까닭을 풀어 쓴 말", given, wrong, required=False),
    )  # fmt: skip


def _postpone(given: QueryDict, wrong: Mapping[str | None, str]) -> tuple[Field, ...]:
    on = "-".join(given.get(f"until.{part}", "") for part in ("year", "month", "day"))
    return (
        Field("postpone-until", "until", "언제까지 알릴까요?", Kind.DATE, on, parts=date_parts("until", on),
              error=wrong.get("until", ""), autosave=False),
        _reason("postpone", "연기하는 까닭", given, wrong),
    )  # fmt: skip


def _refuse(row: DisclosureRequest, given: QueryDict, wrong: Mapping[str | None, str]) -> tuple[Field, ...]:
    return (
        _ground("refuse", row, given, wrong),
        _reason("refuse", "민원인이 읽을 까닭", given, wrong),
    )


def _ground(
    form: str,
    row: DisclosureRequest,
    given: QueryDict,
    wrong: Mapping[str | None, str],
    *,
    required: bool = True,
) -> Field:
    options = tuple(Choice(g.key, f"{g.text} ({law_ko(g.law)})") for g in grounds_of(row.kind))
    return Field(f"{form}-ground", "ground", "법이 정한 까닭", Kind.RADIOS, given.get("ground", ""), options=options,
                 error=wrong.get("ground", ""), required=required, autosave=False)  # fmt: skip


def _reason(
    form: str, label: str, given: QueryDict, wrong: Mapping[str | None, str], *, required: bool = True
) -> Field:
    return Field(f"{form}-reason", "reason", label, Kind.TEXTAREA, given.get("reason", ""), rows=3,
                 error=wrong.get("reason", ""), required=required, autosave=False)  # fmt: skip
