"""The statutory clock at work: from a case's events to its due time and why (민원처리법 §19).

Everything is computed by `eok.rules`; here a case is only put into its words.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet, prefetch_related_objects

from eok.casework import event_details
from eok.casework.answers import stages
from eok.casework.lifecycle import Clock
from eok.casework.models import Case, CaseEvent
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import PeriodFact, PeriodRow, Service
from eok.core import clock
from eok.core.prepared import ID, Rows, Slot
from eok.forms.period import period_for
from eok.offices.calendar import calendar
from eok.rules import calendar as hours
from eok.rules.clock import (
    ACCEPT_WITHIN_MINUTES,
    DEMAND_WITHIN_MINUTES,
    ClockEvent,
    ClockReading,
    Policy,
    read,
)
from eok.rules.periods import Period
from eok.rules.periods import civil_due as civil_last_day

EVENT_TYPES = {
    Clock.START.value: "accepted",
    Clock.PAUSE.value: "supplement_requested",
    Clock.RESUME.value: "supplement_received",
    Clock.EXTEND.value: "extended",
    Clock.STOP.value: "decided",
}
"""Clock effect of a verb → what the rules call it."""


def acceptance(filed_at: datetime) -> datetime:
    """When an electronic filing is accepted by itself (readings R2, R3)."""
    return hours.snap(filed_at, calendar()) if settings.EOK_ACCEPT != "arrival" else filed_at


def accepts_by_itself(service: Service) -> bool:
    """Whether no officer is needed: the affair says so, and so does the office (`EOK_ACCEPT`, decision 0012)."""
    return service.accept == "auto" and settings.EOK_ACCEPT != "manual"


def acceptance_expected(service: Service, filed_at: datetime) -> datetime:
    """When it is accepted by itself, or until when an officer does it (민원처리법 시행령 §6⑧)."""
    return acceptance(filed_at) if accepts_by_itself(service) else accept_by(filed_at)


def accept_by(filed_at: datetime) -> datetime:
    """Last instant for acceptance: 8 working hours (민원처리법 시행령 §6⑧)."""
    return hours.add_working(hours.snap(filed_at, calendar()), ACCEPT_WITHIN_MINUTES, calendar())


def supplement_window(case: Case) -> str:
    """Until when a supplement should be demanded, in a sentence (민원처리법 시행규칙 §9①)."""
    if case.accepted_at is None:
        return ""
    until = hours.add_working(case.accepted_at, DEMAND_WITHIN_MINUTES, calendar())
    left = "지났어요. 늦게 알게 된 까닭이 있어야 해요" if until < clock.now() else "남았어요"
    return f"보완은 접수한 때부터 근무 8시간 안에 요구해요({until:%-m월 %-d일 %H:%M}): {left}. (민원처리법 시행규칙 §9①)"


def working_minutes(a: datetime, b: datetime) -> int:
    """Working time between two instants, a before b."""
    return hours.working_minutes(a, b, calendar())


def civil_due(day: date, days: int) -> date:
    """Last day of a period of days that runs from an event of that day (민법 §§157, 161)."""
    return civil_last_day(day, Period(days, "days"), calendar())


reply_due = civil_due
"""보완 기간 counts like a citizens' period (민원처리법 시행령 §24④)."""


def period_of(case: Case) -> Period:
    """처리기간 of the version the case was filed on, by the answers in force where it hangs on them."""
    service = read_version(case.application.version)
    fact = service.processing_period
    answers = stages(case)[-1].answers if fact.by else {}
    return _period(period_for(service, fact, answers))


def expected(fact: PeriodFact | PeriodRow, at: datetime) -> ClockReading:
    """The clock of a filing made now, for the affair's page."""
    return _expected(_period(fact), at)


def _expected(period: Period, at: datetime) -> ClockReading:
    policy = Policy(acceptance="arrival" if settings.EOK_ACCEPT == "arrival" else "snap")
    return read(period, at, (), calendar(), policy=policy, now=at)


def expected_of(case: Case, at: datetime) -> ClockReading:
    """The clock of a case that will be accepted at a moment."""
    return _expected(period_of(case), at)


def reading(case: Case) -> ClockReading:
    """The clock of a case as it stands."""
    return _read(case, clock_events(case))


def readings(cases: Iterable[Case]) -> dict[UUID, ClockReading]:
    """The clocks of a list, by case: three questions to the database however long it is."""
    listed = list(cases)
    prefetch_related_objects(listed, "application__version")
    moved: dict[UUID, list[CaseEvent]] = defaultdict(list)
    for row in _moving().filter(case__in=listed):
        moved[row.case_id].append(row)
    return {case.pk: _read(case, [_clock_event(row, case) for row in moved[case.pk]]) for case in listed}


def if_supplied(case: Case, at: datetime) -> ClockReading:
    """The clock, were the supplement to arrive now ("오늘 올리면")."""
    return _read(case, [*clock_events(case), ClockEvent(at, "supplement_received")])


def recompute(case: Case) -> None:
    """Set the due time of the row from its events (not saved)."""
    case.due_at = reading(case).due_at
    case.calendar_version = calendar().version


def clock_events(case: Case) -> list[ClockEvent]:
    """The events that move the clock, oldest first."""
    return [_clock_event(row, case) for row in _MOVED.all(case=case.pk)]


def _moving() -> QuerySet[CaseEvent]:
    return CaseEvent.objects.exclude(clock=Clock.NONE.value).order_by("sequence")


_MOVED = Rows(lambda: _moving().filter(case_id=Slot("case", ID)))


def _clock_event(row: CaseEvent, case: Case) -> ClockEvent:
    by = None
    if row.clock == Clock.EXTEND.value:
        details = event_details.read(row, bytes(case.wrapped_key))
        by = Period(int(details["value"]), details["unit"])
    return ClockEvent(row.at, EVENT_TYPES[row.clock], by)


def _read(case: Case, events: Iterable[ClockEvent]) -> ClockReading:
    manual = Policy(acceptance="manual")  # a case's acceptance is always an event of its own
    return read(period_of(case), case.filed_at, events, calendar(), policy=manual, now=clock.now())


def _period(fact: PeriodFact | PeriodRow) -> Period:
    return Period(fact.value, fact.unit)
