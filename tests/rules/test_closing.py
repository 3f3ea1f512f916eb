"""A decision, a withdrawal or a return ends the clock for good (민원처리법 §22②, §27①; 시행령 §25①)."""

import pytest

from tests.rules.given import days, happened, reading


@pytest.mark.parametrize("how", ["withdrawn", "returned", "decided"])
def test_closed_there_is_no_due_time(how: str) -> None:
    closed = reading(days(10), "2026-11-23 10:00", happened(("2026-11-25 10:00", how)))

    assert (closed.status, closed.due_at, closed.due_date, closed.deemed_on) == ("closed", None, None, None)


def test_what_was_used_before_closing_stays_known() -> None:
    closed = reading(days(3), "2026-11-23 10:00", happened(("2026-11-24 11:00", "decided")))

    assert closed.used_minutes == (7 + 2) * 60


def test_returned_while_a_supplement_is_out_no_time_was_used_since_the_demand() -> None:
    events = happened(("2026-11-24 11:00", "supplement_requested"), ("2026-12-10 11:00", "returned"))

    closed = reading(days(3), "2026-11-23 10:00", events)

    assert closed.status == "closed"
    assert closed.used_minutes == 7 * 60  # Monday only: the day of the demand is out
    assert [line.kind for line in closed.explanation] == ["period", "used"]


def test_withdrawn_before_acceptance_nothing_ran() -> None:
    closed = reading(days(3), "2026-11-28 10:00", happened(("2026-11-28 12:00", "withdrawn")))

    assert (closed.status, closed.due_at, closed.used_minutes) == ("closed", None, 0)


@pytest.mark.parametrize(
    ("how", "when", "lines"),
    [
        ("withdrawn", "2026-11-23 10:00", ["처리 기간"]),
        ("decided", "2026-11-24 08:30", ["처리 기간", "11월 23일(월)"]),
        ("decided", "2026-11-24 09:00", ["처리 기간", "11월 23일(월)"]),
        ("supplement_requested", "2026-11-23 10:00", ["처리 기간", "11월 23일(월)부터"]),
    ],
)
def test_a_day_of_which_nothing_was_used_has_no_line(how: str, when: str, lines: list[str]) -> None:
    stopped = reading(days(3), "2026-11-23 10:00", happened((when, how)))

    assert [line.when for line in stopped.explanation] == lines


def test_decided_after_the_period_all_of_it_was_used() -> None:
    late = reading(days(1), "2026-11-23 10:00", happened(("2026-11-30 11:00", "decided")))

    assert (late.status, late.used_minutes, late.remaining_minutes) == ("closed", 480, 0)
