"""The statutory clock: from filing, events and the calendar to the due time, and why, line by line.

Law: 민원처리법 §17, §19; 시행령 §6⑧, §19–§21; 민법 §§157–161. Readings R1–R29 of ambiguous places are
arguments (`Policy`) where the law leaves a choice. All instants are aware; results are in Asia/Seoul.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from eok.rules import counting, explaining
from eok.rules.calendar import SEOUL, Calendar, add_working, snap
from eok.rules.counting import Stretch
from eok.rules.exclusions import OUTAGE, OUTAGES_SINCE, SUPPLEMENT, Span, excluded
from eok.rules.explaining import Line
from eok.rules.periods import Mode, Period, civil_due

ACCEPT_WITHIN_MINUTES = 480  # 민원처리법 시행령 §6⑧: 8근무시간
DEMAND_WITHIN_MINUTES = 480  # 민원처리법 시행규칙 §9①: 접수한 때부터 8근무시간

CLOSING = frozenset({"withdrawn", "returned", "decided"})
_STARTS = {"supplement_requested": SUPPLEMENT, "outage_started": OUTAGE}
_ENDS = {"supplement_received": SUPPLEMENT, "outage_finished": OUTAGE}
_CAUSES = ("hearing", "inspection", "field_inquiry", "representatives")
STARTS = _STARTS | {f"{cause}_started": cause for cause in _CAUSES}
ENDS = _ENDS | {f"{cause}_finished": cause for cause in _CAUSES}


@dataclass(frozen=True)
class Policy:
    """The readings an office may choose."""

    acceptance: Literal["snap", "arrival", "manual"] = "snap"
    """R2: when an electronic filing is accepted by itself."""
    by_instant: bool = False
    """R7: leave supplements out to the minute instead of whole days (hours clocks)."""


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
    status: Literal["waiting", "running", "paused", "closed"]
    due_at: datetime | None
    """None while it is paused, closed or not accepted. Days end at 23:59:59 (reading R6)."""
    explanation: tuple[Line, ...]
    stretches: tuple[Stretch, ...]
    """The same as instants, for drawing."""
    used_minutes: int
    remaining_minutes: int

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
    """The processing period of one case.

    events: in any order; equal times keep the order given.  now: splits used from still to come.
    """
    happened = sorted(events, key=lambda e: e.at)
    transferred = [e.at for e in happened if e.type == "transferred_in"]
    arrived = transferred[-1] if transferred else filed_at
    accepted = _accepted(arrived, happened, calendar, policy)
    accept_by = None if transferred else add_working(snap(filed_at, calendar), ACCEPT_WITHIN_MINUTES, calendar)
    breach = bool(accept_by and accepted and accepted > accept_by)
    blank = ClockReading(period, accepted, accept_by, breach, "waiting", None, (), (), 0, 0)
    if accepted is None:
        return blank
    return _run(blank, snap(accepted, calendar), happened, calendar, policy, now)


def read_civil(period: Period, event_at: datetime, calendar: Calendar) -> ClockReading:
    """A citizens' or decision period that runs from an event (행정기본법 §6①, 민법 §157)."""
    local = event_at.astimezone(SEOUL)
    due = _end_of(civil_due(local.date(), period, calendar))
    lines = explaining.civil(local.date(), due.date(), period, calendar)
    return ClockReading(period, local, None, False, "running", due, lines, (), 0, 0)


def _accepted(
    arrived: datetime, happened: Sequence[ClockEvent], calendar: Calendar, policy: Policy
) -> datetime | None:
    by_hand = [e.at for e in happened if e.type == "accepted"]
    if by_hand:
        return by_hand[0].astimezone(SEOUL)
    if policy.acceptance == "manual":
        return None
    return snap(arrived, calendar) if policy.acceptance == "snap" else arrived.astimezone(SEOUL)


def _run(
    blank: ClockReading,
    start: datetime,
    happened: Sequence[ClockEvent],
    calendar: Calendar,
    policy: Policy,
    now: datetime | None,
) -> ClockReading:
    period, spans = blank.period, _spans(happened)
    out = excluded(spans, calendar, hours=period.mode is Mode.HOURS, by_instant=policy.by_instant)
    extensions = [e.by for e in happened if e.type == "extended" and e.by is not None]
    count = counting.COUNTERS[period.mode](start, period, extensions, out, calendar)
    stop = _stopped_at(spans, happened)
    shown = counting.until(count, stop) if stop else count
    used, left = counting.split(shown, now or start)
    status: Literal["running", "paused", "closed"] = "running"
    if stop:
        status = "closed" if any(e.type in CLOSING for e in happened) else "paused"
    lines = explaining.processing(shown, period, extensions, ended=stop is None)
    due = None if stop else count.due_at
    total = counting.total_minutes(count)
    return replace(
        blank,
        status=status,
        due_at=due,
        explanation=lines,
        stretches=used + left,
        used_minutes=counting.minutes_of(used, count),
        remaining_minutes=max(0, total - counting.minutes_of(used, count)),
    )


def _stopped_at(spans: Sequence[Span], happened: Sequence[ClockEvent]) -> datetime | None:
    """When the clock stopped for now (an open pause) or for good."""
    closed = [e.at for e in happened if e.type in CLOSING]
    if closed:
        return closed[0].astimezone(SEOUL)
    opened = [s.start for s in spans if s.end is None]
    return min(opened).astimezone(SEOUL) if opened else None


def _spans(happened: Sequence[ClockEvent]) -> list[Span]:
    """Pair starts with ends by cause; an outage before 2026-05-06 does not count."""
    open_: dict[str, datetime] = {}
    spans: list[Span] = []
    for event in happened:
        if event.type in STARTS:
            open_.setdefault(STARTS[event.type], event.at)
        elif event.type in ENDS and ENDS[event.type] in open_:
            cause = ENDS[event.type]
            spans.append(Span(cause, open_.pop(cause), event.at))
    spans += [Span(cause, at, None) for cause, at in open_.items()]
    return [s for s in spans if s.cause != OUTAGE or s.start.astimezone(SEOUL).date() >= OUTAGES_SINCE]


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), SEOUL)
