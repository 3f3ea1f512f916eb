"""What must hold of every case, whatever happens to it (민원처리법 §19; 시행령 §20, §21; 민법 §161)."""

from datetime import datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from eok.rules.calendar import SEOUL, add_working, snap, working_minutes
from eok.rules.clock import ClockEvent, ClockReading, Policy, read
from eok.rules.periods import Mode, Period, civil_due
from tests.rules.given import CALENDAR, IMMEDIATE, days, hours, months, weeks

FIRST = datetime(2024, 1, 2, 8, 0, tzinfo=SEOUL)
CAUSES = ["hearing", "inspection", "field_inquiry", "representatives", "outage"]

minutes_on = st.integers(0, 3 * 365 * 24 * 60)
instants = minutes_on.map(lambda minutes: FIRST + timedelta(minutes=minutes))
periods = st.one_of(
    st.just(IMMEDIATE),
    st.integers(1, 40).map(hours),
    st.integers(1, 30).map(days),
    st.integers(1, 6).map(weeks),
    st.integers(1, 6).map(months),
)
policies = st.builds(Policy, by_instant=st.booleans(), others_from_next_day=st.booleans())
few = settings(max_examples=60, deadline=None)


@st.composite
def pauses(draw: st.DrawFn, filed: datetime) -> list[ClockEvent]:
    """Some pauses that ended, each begun after the filing."""
    events: list[ClockEvent] = []
    for cause in draw(st.lists(st.sampled_from(["supplement", *CAUSES]), max_size=3, unique=True)):
        start = filed + timedelta(minutes=draw(st.integers(0, 20 * 24 * 60)))
        end = start + timedelta(minutes=draw(st.integers(0, 15 * 24 * 60)))
        names = ("_requested", "_received") if cause == "supplement" else ("_started", "_finished")
        events += [ClockEvent(start, cause + names[0]), ClockEvent(end, cause + names[1])]
    return events


@st.composite
def cases(draw: st.DrawFn) -> tuple[Period, datetime, list[ClockEvent], Policy]:
    filed = draw(instants)
    return draw(periods), filed, draw(pauses(filed)), draw(policies)


def reading(
    period: Period, filed: datetime, events: list[ClockEvent], policy: Policy | None = None
) -> ClockReading:
    return read(period, filed, events, CALENDAR, policy=policy or Policy())


def due(period: Period, filed: datetime, events: list[ClockEvent], policy: Policy | None = None) -> datetime:
    found = reading(period, filed, events, policy).due_at
    assert found is not None
    return found


@few
@given(cases())
def test_the_last_moment_is_never_on_a_rest_day(
    case: tuple[Period, datetime, list[ClockEvent], Policy],
) -> None:
    last = due(*case)

    assert CALENDAR.is_counted_day(last.date())


@few
@given(cases())
def test_an_hours_clock_ends_inside_working_time(
    case: tuple[Period, datetime, list[ClockEvent], Policy],
) -> None:
    last = due(*case)

    if case[0].mode is Mode.HOURS:
        assert any(begin < last <= end for begin, end in CALENDAR.slots(last.date()))
    else:
        assert (last.hour, last.minute, last.second) == (23, 59, 59)


@few
@given(cases())
def test_a_pause_never_brings_the_end_forward(
    case: tuple[Period, datetime, list[ClockEvent], Policy],
) -> None:
    period, filed, events, policy = case

    assert due(period, filed, events, policy) >= due(period, filed, [], policy)


@few
@given(cases(), st.randoms())
def test_the_order_events_are_given_in_does_not_matter(
    case: tuple[Period, datetime, list[ClockEvent], Policy], random: Random
) -> None:
    period, filed, events, policy = case
    shuffled = events.copy()
    random.shuffle(shuffled)
    apart = len({event.at for event in events}) == len(events)

    if apart:
        assert reading(period, filed, shuffled, policy) == reading(period, filed, events, policy)


@few
@given(
    periods, instants, st.lists(st.sampled_from(CAUSES), min_size=2, max_size=3, unique=True), st.randoms()
)
def test_causes_that_begin_together_may_stand_in_any_order(
    period: Period, filed: datetime, causes: list[str], random: Random
) -> None:
    start, end = filed + timedelta(hours=1), filed + timedelta(days=3)
    began = [ClockEvent(start, f"{cause}_started") for cause in causes]
    ended = [ClockEvent(end, f"{cause}_finished") for cause in causes]
    mixed = began.copy()
    random.shuffle(mixed)

    assert due(period, filed, mixed + ended) == due(period, filed, began + ended)


@few
@given(periods, instants, st.integers(0, 60 * 24 * 60))
def test_accepted_later_never_ends_earlier(period: Period, filed: datetime, minutes: int) -> None:
    later = filed + timedelta(minutes=minutes)

    assert due(period, later, []) >= due(period, filed, [])


@few
@given(periods, instants)
def test_a_longer_period_never_ends_earlier(period: Period, filed: datetime) -> None:
    longer = Period(period.value + 1, period.unit)

    assert due(longer, filed, []) >= due(period, filed, [])


@few
@given(cases())
def test_the_lines_add_up(case: tuple[Period, datetime, list[ClockEvent], Policy]) -> None:
    told = reading(*case)
    total = told.explanation[-1]

    assert total.kind == "total"
    assert sum(line.minutes for line in told.explanation[:-1]) == total.minutes
    assert sum(line.days for line in told.explanation[:-1]) == total.days
    if case[0].mode is Mode.HOURS:
        assert total.minutes == case[0].minutes
    elif case[0].mode is Mode.DAYS:
        assert total.days == case[0].value


@few
@given(cases())
def test_the_lines_leave_no_day_out(case: tuple[Period, datetime, list[ClockEvent], Policy]) -> None:
    told = reading(*case)
    spans = [(line.from_on, line.to_on) for line in told.explanation if line.from_on and line.to_on]

    for (_, before), (after, _) in zip(spans, spans[1:], strict=False):
        assert after == before + timedelta(days=1)
    assert spans[-1][1] == told.due_date


@few
@given(cases(), st.integers(0, 60 * 24 * 60))
def test_used_and_left_add_up_at_any_time(
    case: tuple[Period, datetime, list[ClockEvent], Policy], minutes: int
) -> None:
    period, filed, events, policy = case
    now = filed + timedelta(minutes=minutes)
    told = read(period, filed, events, CALENDAR, policy=policy, now=now)
    whole = read(period, filed, events, CALENDAR, policy=policy)

    assert told.used_minutes + told.remaining_minutes == whole.remaining_minutes
    assert told.used_minutes >= 0
    assert told.remaining_minutes >= 0


@few
@given(instants, st.integers(1, 5000))
def test_working_time_added_is_working_time_between(filed: datetime, minutes: int) -> None:
    start = snap(filed, CALENDAR)

    assert working_minutes(start, add_working(filed, minutes, CALENDAR), CALENDAR) == minutes


@few
@given(instants, st.integers(1, 90).map(days))
def test_a_civil_period_is_at_least_as_long_as_its_days(event: datetime, period: Period) -> None:
    last = civil_due(event.date(), period, CALENDAR)

    assert last >= event.date() + timedelta(days=period.value)
    assert CALENDAR.is_counted_day(last)
