"""The statutory clock: from filing, events and the calendar to the due time, and why, line by line.

Law: 민원처리법 §17, §19; 시행령 §6⑧, §19–§21; 민법 §§157–161. Readings R1–R29 of ambiguous places are
arguments (`Policy`) where the law leaves a choice. All instants are aware; results are in Asia/Seoul.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from eok.rules import civil, drawing, explaining
from eok.rules.calendar import SEOUL, Calendar, add_working, instant, snap
from eok.rules.chronicle import Story
from eok.rules.counting import Count, end_of, until
from eok.rules.drawing import Stretch
from eok.rules.exclusions import OUTAGE, SUPPLEMENT, Excluding
from eok.rules.explaining import Line
from eok.rules.periods import Mode, Period, civil_due
from eok.rules.running import Clock, Mark, Running

ACCEPT_WITHIN_MINUTES = 480  # 민원처리법 시행령 §6⑧: 도달한 때부터 8근무시간
DEMAND_WITHIN_MINUTES = 480  # 민원처리법 시행규칙 §9①: 접수한 때부터 8근무시간

CLOSING = frozenset({"withdrawn", "returned", "decided"})
EXTENDED = "extended"
_CAUSES = ("hearing", "inspection", "field_inquiry", "representatives", OUTAGE)
STARTS = {f"{cause}_started": cause for cause in _CAUSES} | {"supplement_requested": SUPPLEMENT}
ENDS = {f"{cause}_finished": cause for cause in _CAUSES} | {"supplement_received": SUPPLEMENT}
EVENTS = frozenset(
    {
        *STARTS,
        *ENDS,
        *CLOSING,
        EXTENDED,
        "accepted",
        "transferred_in",
        "transferred_internal",
        "relayed_from_portal",
    }
)
"""Every event the clock knows; a hand-over inside the office and a relay do not move it (reading R17)."""

Status = Literal["waiting", "running", "paused", "closed"]


@dataclass(frozen=True)
class Policy:
    """The readings an office may choose."""

    acceptance: Literal["snap", "arrival", "manual"] = "snap"
    """R2, R4: an electronic filing is accepted by itself at the next working instant, or at arrival (then the
    day of arrival is day one of a period in days), or by people."""
    by_instant: bool = False
    """R7: leave supplements out to the minute instead of whole days (hours clocks)."""
    others_from_next_day: bool = True
    """R8: of hearings, inspections … the first day counts."""


@dataclass(frozen=True)
class ClockEvent:
    """Something that happened to the case. `by`: length of an extension."""

    at: datetime
    type: str
    by: Period | None = None


@dataclass(frozen=True)
class ClockReading:
    """What the clock says."""

    period: Period
    accepted_at: datetime | None
    accept_by: datetime | None
    """Last instant for acceptance of an electronic filing; None when it does not apply."""
    accept_breach: bool
    status: Status = "waiting"
    due_at: datetime | None = None
    """None while it is paused, closed or not accepted. Days end at 23:59:59 (reading R6)."""
    first_due_at: datetime | None = None
    """Where the period would have ended without pause and extension."""
    explanation: tuple[Line, ...] = ()
    """The sum behind the due time, line by line."""
    chronicle: tuple[Line, ...] = ()
    """The same as a story: what moved the clock, in order of time."""
    stretches: tuple[Stretch, ...] = ()
    """The same as instants, for drawing."""
    used_minutes: int = 0
    remaining_minutes: int = 0

    @property
    def due_date(self) -> date | None:
        return self.due_at.date() if self.due_at else None

    @property
    def deemed_on(self) -> date | None:
        """Day of deemed acceptance where a single law has it: the calendar day after the last one (R29)."""
        return self.due_at.date() + timedelta(days=1) if self.due_at else None

    @property
    def period_label(self) -> str:
        return self.period.label


def read(
    period: Period,
    filed_at: datetime,
    events: Iterable[ClockEvent],
    calendar: Calendar,
    *,
    policy: Policy = Policy(),
    now: datetime | None = None,
) -> ClockReading:
    """The processing period of one case. Raises PeriodError.

    events: in any order; equal times keep the order given.  now: splits used from still to come; without it
    nothing of a running period counts as used.
    """
    happened = sorted(events, key=lambda e: e.at)
    transferred = [e.at for e in happened if e.type == "transferred_in"]
    arrived = transferred[-1] if transferred else filed_at
    accepted = _accepted(arrived, happened, calendar, policy)
    accept_by = None if transferred else add_working(filed_at, ACCEPT_WITHIN_MINUTES, calendar)
    breach = bool(accept_by and accepted and accepted > accept_by)
    blank = ClockReading(period, accepted, accept_by, breach)
    closed = next((e.at.astimezone(SEOUL) for e in happened if e.type in CLOSING), None)
    if accepted is None:
        return replace(blank, status="closed") if closed else blank
    at_arrival = policy.acceptance == "arrival" and period.mode is not Mode.HOURS
    start = accepted if at_arrival else snap(accepted, calendar)
    excluding = Excluding(period.mode is Mode.HOURS, policy.by_instant, policy.others_from_next_day)
    clock = Clock(period, start, excluding, calendar)
    told = _Told(arrived.astimezone(SEOUL), accepted, closed, now, calendar)
    return told.fill(blank, clock.run(_marks(happened)), clock.run(()).count.due_at)


def read_civil(period: Period, event_at: datetime, calendar: Calendar) -> ClockReading:
    """A citizens' or decision period that runs from an event (행정기본법 §6①, 민법 §157)."""
    local = event_at.astimezone(SEOUL)
    due = end_of(civil_due(local.date(), period, calendar))
    lines = civil.explain(local.date(), period, calendar)
    return ClockReading(period, local, None, False, "running", due, due, lines)


def _accepted(
    arrived: datetime, happened: Sequence[ClockEvent], calendar: Calendar, policy: Policy
) -> datetime | None:
    """R1: the clock starts at acceptance; an act of ours after the filing arrived here."""
    by_hand = (e.at for e in happened if e.type == "accepted" and e.at >= arrived)
    automatic = {"snap": snap(arrived, calendar), "arrival": arrived, "manual": None}[policy.acceptance]
    accepted = next(by_hand, automatic)
    return accepted.astimezone(SEOUL) if accepted else None


def _marks(happened: Sequence[ClockEvent]) -> list[Mark]:
    """The events that move a clock; the others do not."""
    marks: list[Mark] = []
    for event in happened:
        at = event.at.astimezone(SEOUL)
        if event.type in STARTS:
            marks.append(Mark(at, "stop", STARTS[event.type]))
        elif event.type in ENDS:
            marks.append(Mark(at, "go", ENDS[event.type]))
        elif event.type == EXTENDED:
            marks.append(Mark(at, "extend", by=event.by))
    return marks


@dataclass(frozen=True)
class _Told:
    """Puts a case that ran into words and instants."""

    arrived: datetime
    accepted: datetime
    closed: datetime | None
    now: datetime | None
    calendar: Calendar

    def fill(self, blank: ClockReading, running: Running, first_due: datetime) -> ClockReading:
        halts = [at for at in (self.closed, running.out.halt and running.out.halt[0]) if at]
        halt = min(halts, default=None)
        shown = until(running.count, halt) if halt else running.count
        moment = self.now or halt or instant(self.accepted.date(), time())
        used = drawing.used_minutes(shown, moment)
        due_at = None if halt else shown.due_at
        return replace(
            blank,
            status="closed" if self.closed else "paused" if halt else "running",
            due_at=due_at,
            first_due_at=first_due,
            explanation=self._explanation(blank.period, running, shown, due_at),
            chronicle=Story(self.arrived, self.accepted, running, first_due, due_at).lines(),
            stretches=drawing.stretches(shown, moment),
            used_minutes=used,
            remaining_minutes=drawing.total_minutes(running.count) - used,
        )

    def _explanation(
        self, period: Period, running: Running, shown: Count, due_at: datetime | None
    ) -> tuple[Line, ...]:
        lines = explaining.lengths(period, running.extensions)
        lines += explaining.acceptance(self.arrived, self.accepted, shown.start)
        lines += explaining.walk(shown)
        if due_at:
            lines += explaining.unknown(due_at.date(), self.calendar)
            lines.append(explaining.total(shown))
        elif running.out.halt and not self.closed:
            lines.append(explaining.stopped_now(*running.out.halt, shown.mode))
        return tuple(lines)
