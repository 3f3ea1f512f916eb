"""The clock agrees with a slow walk, minute by minute and day by day, that shares none of its arithmetic.

Law: 민원처리법 §19①②; 시행령 §20; 행정절차법 시행령 §11 1호, 4호.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eok.rules.calendar import SEOUL
from eok.rules.clock import ClockEvent, Policy, read
from eok.rules.periods import Mode, Period
from tests.rules.given import CALENDAR, IMMEDIATE, days, hours

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
FIRST = datetime(2026, 5, 6, tzinfo=SEOUL)
Span = tuple[datetime, datetime]

filings = st.integers(0, 200 * 24 * 60).map(lambda minutes: FIRST + minutes * MINUTE)
lengths = st.one_of(st.just(IMMEDIATE), st.integers(1, 20).map(hours), st.integers(1, 15).map(days))


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int] | None:
    """Minutes after the filing, and how long."""
    return draw(st.none() | st.tuples(st.integers(0, 6 * 24 * 60), st.integers(0, 6 * 24 * 60)))


def works(moment: datetime) -> bool:
    """Is the minute that begins now working time?"""
    return opens(moment.date()) and moment.hour in (9, 10, 11, 13, 14, 15, 16, 17)


def opens(day: date) -> bool:
    return day.isoweekday() < 6 and day not in CALENDAR.holidays


def walk_hours(moment: datetime, minutes: int, counts: Callable[[datetime], bool]) -> datetime:
    while minutes:
        minutes -= works(moment) and counts(moment)
        moment += MINUTE
    return moment


def walk_days(day: date, number: int, out: set[date]) -> date:
    while True:
        number -= opens(day) and day not in out
        if not number:
            return day
        day += DAY


def between(first: date, last: date) -> set[date]:
    return {first + DAY * n for n in range((last - first).days + 1)}


@settings(max_examples=250, deadline=None)
@given(lengths, filings, spans(), spans(), st.booleans())
def test_the_same_due_time(
    period: Period,
    filed: datetime,
    supplement: tuple[int, int] | None,
    hearing: tuple[int, int] | None,
    by_instant: bool,
) -> None:
    start = walk_hours(filed, 1, lambda _: True) - MINUTE
    causes = {"supplement": placed(filed, supplement), "hearing": placed(filed, hearing)}
    plain = read(period, filed, (), CALENDAR).due_at
    assume(plain and all(span is None or span[0] <= plain for span in causes.values()))

    due = read(period, filed, events_of(causes), CALENDAR, policy=Policy(by_instant=by_instant)).due_at

    assert due is not None
    if period.mode is Mode.DAYS:
        assert due.date() == walk_days(start.date(), period.value, days_out(causes, exact=False))
    else:
        out, exact = days_out(causes, exact=by_instant), causes["supplement"] if by_instant else None
        assert due == walk_hours(
            start, period.minutes, lambda t: t.date() not in out and not (exact and exact[0] <= t < exact[1])
        )


def placed(filed: datetime, span: tuple[int, int] | None) -> Span | None:
    if span is None:
        return None
    begin = filed + span[0] * MINUTE
    return begin, begin + span[1] * MINUTE


def days_out(causes: dict[str, Span | None], *, exact: bool) -> set[date]:
    """Both end days of a supplement; of a hearing not the first (reading R8)."""
    out: set[date] = set()
    if causes["supplement"] and not exact:
        out |= between(causes["supplement"][0].date(), causes["supplement"][1].date())
    if causes["hearing"]:
        out |= between(causes["hearing"][0].date() + DAY, causes["hearing"][1].date())
    return out


def events_of(causes: dict[str, Span | None]) -> list[ClockEvent]:
    names = {
        "supplement": ("supplement_requested", "supplement_received"),
        "hearing": ("hearing_started", "hearing_finished"),
    }
    spans = [(names[cause], span) for cause, span in causes.items() if span]
    return [ClockEvent(at, name) for pair, span in spans for name, at in zip(pair, span, strict=True)]
