"""할 일: the open cases of an officer's departments, under its saved filters, counted and in order.

Officers look at it all day, so its statements are prepared, one for each shape it can have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db.models import Count, F, Q, QuerySet

from eok.accounts.models import Officer
from eok.casework import lifecycle
from eok.casework.models import Case, Supplement
from eok.core import clock
from eok.core.prepared import MOMENT, NUMBER, TEXT, Rows, Slot, numbered, slots

FILTERS = ("mine", "today", "supplied", "unassigned", "late", "after", "team")
ORDERS = {
    "due": (F("due_at").asc(nulls_last=True), "accept_by", "pk"),
    "filed": ("filed_at", "pk"),
    "newest": ("-filed_at", "pk"),
}


SHOWN = (
    "case_no", "application__application_no", "service_id", "state", "officer_id", "accept_by", "due_at",
    "wrapped_key", "summary",
)  # fmt: skip
"""What a row of the list needs; the rest of a case is only read when asked for."""


@dataclass(frozen=True)
class Looking:
    """Who looks and when: values, or slots for them."""

    officer: int | Slot
    now: datetime | Slot
    tonight: datetime | Slot


def open_cases(departments: Sequence[str | Slot]) -> QuerySet[Case]:
    """Every open case of some departments, in no order. Nothing without a department."""
    rows = Case.objects.filter(department__in=departments)
    return rows.filter(state__in=[key for key, state in lifecycle.STATES.items() if state.open])


def conditions(who: Looking) -> Mapping[str, Q]:
    """The saved filters, by key."""
    in_period = Q(state__in=lifecycle.IN_PERIOD)
    before = Q(state="filed") | in_period
    answered = Supplement.objects.filter(answered_at__isnull=False).values("case")
    return {
        "mine": before & (Q(officer=who.officer) | Q(officer__isnull=True)),
        "today": in_period & Q(due_at__lte=who.tonight),
        "supplied": Q(state="accepted", pk__in=answered),
        "unassigned": in_period & Q(officer__isnull=True),
        "late": in_period & Q(due_at__lt=who.now),
        "after": ~before,
        "team": Q(),
    }


def listed(
    departments: Sequence[str], officer: Officer, *, show: str, service: str, sort: str, limit: int
) -> list[Case]:
    """The cases of one filter, those of one affair if it is named. show: of FILTERS. sort: of ORDERS."""
    if not departments:
        return []
    rows = _listed(len(departments), show, bool(service), sort, limit)
    return rows.all(**_values(departments, officer), service=service)


def tally(departments: Sequence[str], officer: Officer) -> dict[str, int]:
    """How many cases each filter holds, in one grouped query."""
    counted = _tally(len(departments)).all(**_values(departments, officer)) if departments else []
    return {key: sum(row[at] for row in counted) for at, key in enumerate(FILTERS)}


_SLOTS = Looking(Slot("officer", NUMBER), Slot("now", MOMENT), Slot("tonight", MOMENT))


def _values(departments: Sequence[str], officer: Officer) -> dict[str, object]:
    tonight = clock.seoul_now().replace(hour=23, minute=59, second=59)
    looking = {"officer": officer.pk, "now": clock.now(), "tonight": tonight}
    return {**numbered("department", departments), **looking}


@cache
def _listed(departments: int, show: str, one_service: bool, sort: str, limit: int) -> Rows[Case]:
    def build() -> QuerySet[Case]:
        rows = open_cases(slots("department", departments, TEXT)).filter(conditions(_SLOTS)[show])
        rows = rows.filter(service_id=Slot("service", TEXT)) if one_service else rows
        return rows.select_related("application").only(*SHOWN).order_by(*ORDERS[sort])[:limit]

    return Rows(build)


@cache
def _tally(departments: int) -> Rows[tuple[int, ...]]:
    """A row for each department, a column for each filter."""
    wanted = {key: Count("pk", filter=condition) for key, condition in conditions(_SLOTS).items()}

    def build() -> QuerySet[Case, tuple[int, ...]]:
        rows = open_cases(slots("department", departments, TEXT)).values("department")
        return rows.annotate(**wanted).values_list(*FILTERS)

    return Rows(build)
