"""The strip of calendar days puts each stretch where its days are."""

from datetime import UTC, date, datetime

from eok.krds import samples, strip


def _seoul(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour - 9, 0, tzinfo=UTC)


def test_a_stopped_clock_has_three_pieces_and_its_due_mark() -> None:
    drawn = samples.case_strip()

    assert drawn.width == 900
    assert [(p.kind, p.x, p.width) for p in drawn.pieces] == [
        ("used", 13, 87),
        ("stopped", 100, 500),
        ("left", 600, 213),
    ]
    assert drawn.due_x == 813


def test_days_say_what_they_are() -> None:
    days = samples.case_strip().days

    assert [d.word for d in days] == ["수", "목", "금", "토", "일", "오늘", "화", "수", "기한"]
    assert days[3].classes == "is-rest is-shown"
    assert days[5].classes == "is-today is-shown"


def test_a_holiday_rests_like_a_weekend() -> None:
    stretches = [strip.Stretch(_seoul(24, 9), _seoul(25, 18), "left")]

    drawn = strip.build(stretches, today=date(2026, 11, 24), due=None, rest_days={date(2026, 11, 25)})

    assert "is-rest" in drawn.days[1].classes
    assert drawn.due_x is None


def test_hours_outside_the_office_lie_on_the_edge() -> None:
    stretches = [strip.Stretch(_seoul(24, 9), _seoul(24, 22), "used")]

    drawn = strip.build(stretches, today=date(2026, 11, 24), due=None)

    assert [(p.x, p.width) for p in drawn.pieces] == [(0, 100)]


def test_neighbours_of_one_kind_are_one_piece() -> None:
    stretches = [
        strip.Stretch(_seoul(24, 9), _seoul(24, 18), "used"),
        strip.Stretch(_seoul(25, 9), _seoul(25, 12), "used"),
    ]

    drawn = strip.build(stretches, today=date(2026, 11, 24), due=None)

    assert [(p.x, p.width) for p in drawn.pieces] == [(0, 133)]


def test_a_long_strip_numbers_only_some_days() -> None:
    days = samples.long_strip().days

    shown = [d.number for d in days if "is-shown" in d.classes]

    assert len(days) == 30
    assert shown == [2, 9, 16, 23, 30, 1]
