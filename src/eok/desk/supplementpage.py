"""Builds the page of a demand to complete a filing: what may be asked, what is being asked, until when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import QueryDict

from eok.accounts import queries as accounts
from eok.casework import askable, clockwork, grants, personal, supplements
from eok.casework.actions.request_supplement import AGAIN_LONGEST, LONGEST, SHORTEST
from eok.casework.askable import Place
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.korean import with_particle
from eok.core.pii import Veil
from eok.desk import typed
from eok.krds import filters
from eok.krds.fields import FieldError
from eok.offices import queries as offices

USUAL_DAYS = (5, 7, 10)
SENTENCE = 500
"""Longest sentence to one place."""
OTHER = "other"
"""Value of the choice for another number of days."""


@dataclass(frozen=True)
class Demand:
    """What was typed so far."""

    places: tuple[Place, ...]
    said: Mapping[str, str]
    """Sentence by place; also of places that are not ticked."""
    chosen: frozenset[str]
    choice: str
    """One of USUAL_DAYS, or OTHER."""
    other: str

    @property
    def days(self) -> int:
        return typed.number(self.other if self.choice == OTHER else self.choice)

    @property
    def wanted(self) -> list[Wanted]:
        """What is ticked and may be asked for, in the order of the form."""
        rows = [p for p in self.places if p.key in self.chosen and not p.why_not]
        return [Wanted(p.kind, p.id, p.label, self.said.get(p.key, "")) for p in rows]


@dataclass(frozen=True)
class DayCard:
    """One length of time, with the day it leads to."""

    days: int
    until: date
    moved: str
    """Why it is not the day one counts to; empty when it is."""


def demand(case: Case, posted: QueryDict) -> Demand:
    """As posted; a ready reason that was pressed is put into its sentence and ticks its place."""
    places = tuple(askable.places(case))
    said = {p.key: posted.get(f"say-{p.key}", "") for p in places}
    written = Demand(
        places, said, frozenset(posted.getlist("want")), posted.get("days", "7"), posted.get("other_days", "")
    )
    key, _, reason = posted.get("put", "").partition("|")
    text = {r.id: r.text.ko for r in grants.service_of(case).supplement_reasons}.get(reason)
    return _with_reason(written, key, text) if text and key in said else written


def _with_reason(written: Demand, key: str, text: str) -> Demand:
    already = written.said[key].strip()
    whole = already if text in already else f"{already} {text}".strip()
    return replace(written, said={**written.said, key: whole}, chosen=written.chosen | {key})


def kept(written: Demand) -> list[Wanted]:
    """The sentences as they are sent. Raises InvalidError."""
    locked = [p for p in written.places if p.key in written.chosen and p.why_not]
    if locked:
        raise InvalidError(
            f"{with_particle(f'‘{locked[0].label}’', '은')} 요구할 수 없어요. {locked[0].why_not}", "wanted"
        )
    return [replace(w, message=typed.words(w.message, f"{w.kind}:{w.id}", SENTENCE)) for w in written.wanted]


def context(case: Case, written: Demand, error: InvalidError | None, veil: Veil) -> dict[str, object]:
    """Everything the template needs."""
    longest = AGAIN_LONGEST if case.state == "supplement" else LONGEST
    today = clock.seoul_now().date()
    good = SHORTEST <= written.days <= longest
    service = grants.service_of(case)
    return {
        "case": case,
        "service": service,
        "demand": written,
        "veil": veil,
        "values": {p.key: _value(p, service, veil) for p in written.places},
        "shown": set(written.chosen),
        "cards": [_card(today, n) for n in USUAL_DAYS if n <= longest],
        "longest": longest,
        "due_on": clockwork.reply_due(today, written.days) if good else None,
        "window": clockwork.supplement_window(case),
        "clock": clockwork.reading(case),
        "contact": _contact(case),
        "again": supplements.waiting(case.pk),
        "error": error,
        "errors": [FieldError(_place_of(written, error), error.message)] if error else [],
    }


def _value(place: Place, service: Service, veil: Veil) -> str:
    """What was answered or given, as it may stand on the screen."""
    asked = {f"question:{q.id}": personal.kind_of(q) for q in service.form.questions()}
    return veil.value(asked.get(place.key), place.value)


def _card(today: date, days: int) -> DayCard:
    until, counted = clockwork.reply_due(today, days), today + timedelta(days=days)
    moved = f"{filters.date_ko(counted, year=False)}이 쉬는 날이라 다음 날" if until != counted else ""
    return DayCard(days, until, moved)


def _place_of(written: Demand, error: InvalidError) -> str:
    """Id of the control the error is about."""
    keys = [p.key for p in written.places]
    if error.field == "days":
        return "other-days" if written.choice == OTHER else "days-1"
    if error.field in keys:
        return f"say-{keys.index(error.field) + 1}"
    empty = [w for w in written.wanted if not w.message.strip()]
    if error.field == "message" and empty:
        return f"say-{keys.index(f'{empty[0].kind}:{empty[0].id}') + 1}"
    return "want-1"


def _contact(case: Case) -> str:
    department = offices.department(case.department, on=clock.seoul_now().date())
    name = accounts.officer_names().get(str(case.officer_id), "")
    return f"{department.name} {name} {department.phone}".replace("  ", " ")
