"""How a civil period and hours of an outage are told, each with its article."""

from datetime import date

from eok.rules.clock import read_civil
from tests.rules.given import CALENDAR, at, days, happened, reading, sum_of


def test_an_outage_of_some_hours() -> None:
    events = happened(("2026-11-23 10:00", "outage_started"), ("2026-11-23 15:00", "outage_finished"))

    told = reading(days(1), "2026-11-23 09:00", events)

    assert sum_of(told)[1] == (
        "11월 23일(월)",
        "9시부터 18시까지 세요. 시스템 장애로 처리할 수 없던 시간은 빼요.",
        "민원처리법 시행령 §20 2호",
        "4시간",
    )


def test_a_civil_period() -> None:
    told = read_civil(days(10), at("2026-11-19 09:40"), CALENDAR)

    assert sum_of(told) == [
        ("11월 19일(목)", "그날은 세지 않고 다음 날부터 세요.", "행정기본법 §6①; 민법 §157", "0일"),
        ("11월 20일(금)~29일(일)", "10일 기간의 마지막 날까지예요.", "민법 §160", "10일"),
        ("11월 29일(일)", "마지막 날이 쉬는 날(일요일)이라 11월 30일(월)까지예요.", "민법 §161", "0일"),
        ("기한", "11월 30일(월) 하루가 끝날 때까지", "민법 §159", "10일"),
    ]


def test_lines_of_a_civil_period_carry_their_days() -> None:
    lines = read_civil(days(10), at("2026-11-19 09:40"), CALENDAR).explanation

    assert [(line.kind, line.minutes, line.days) for line in lines] == [
        ("rest", 0, 0),
        ("used", 0, 10),
        ("moved", 0, 0),
        ("total", 0, 10),
    ]
    assert (lines[1].from_on, lines[1].to_on) == (date(2026, 11, 20), date(2026, 11, 29))


def test_an_outage_at_lunch_is_not_told() -> None:
    events = happened(("2026-11-23 12:00", "outage_started"), ("2026-11-23 13:00", "outage_finished"))

    told = reading(days(1), "2026-11-23 10:00", events)

    assert told.explanation[1].text == "10시에 접수해서 18시까지 세요. 점심시간은 빼요."


def test_an_outage_before_and_after_hours_is_not_told() -> None:
    events = happened(
        ("2026-11-23 18:00", "outage_started"),
        ("2026-11-24 09:00", "outage_finished"),
        ("2026-11-24 18:00", "outage_started"),
        ("2026-11-24 20:00", "outage_finished"),
    )

    told = reading(days(2), "2026-11-23 10:00", events)

    assert [line.text for line in told.explanation[1:4]] == [
        "10시에 접수해서 18시까지 세요. 점심시간은 빼요.",
        "하루 8시간씩 세요.",
        "9시부터 10시까지 세요.",
    ]


def test_a_civil_period_that_does_not_move() -> None:
    told = read_civil(days(60), at("2026-11-23 09:40"), CALENDAR)

    assert [line.kind for line in told.explanation] == ["rest", "used", "total"]
    assert [line.days for line in told.explanation] == [0, 60, 60]
