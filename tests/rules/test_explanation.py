"""Each due time says how it came about, line by line, each with its article."""

from dataclasses import replace
from datetime import date

from eok.rules.clock import read
from tests.rules.given import CALENDAR, IMMEDIATE, at, days, happened, hours, months, reading, sum_of


def test_a_period_in_hours() -> None:
    told = reading(hours(4), "2026-11-24 11:00")

    assert sum_of(told)[0] == ("처리 기간", "근무 4시간은 접수한 때부터 세요.", "민원처리법 §19①", "4시간")


def test_rest_days_inside_whole_days_are_named_in_their_line() -> None:
    told = reading(days(5), "2026-12-24 09:00")

    assert sum_of(told)[1:] == [
        (
            "12월 24일(목)~31일(목)",
            "쉬는 날(토·일요일, 공휴일)을 빼고 하루 8시간씩 세요.",
            "민원처리법 §19①",
            "40시간",
        ),
        ("기한", "12월 31일(목) 18시까지", "민원처리법 §19①", "40시간"),
    ]


def test_rest_days_beside_a_part_of_a_day_have_a_line() -> None:
    told = reading(days(1), "2026-11-27 17:30")

    assert sum_of(told)[1:-1] == [
        ("11월 27일(금)", "17시 30분에 접수해서 18시까지 세요.", "지방공무원 복무규정 §2②", "30분"),
        ("11월 28일(토)~29일(일)", "쉬는 날이에요: 토·일요일.", "관공서의 공휴일에 관한 규정 §2", "0시간"),
        (
            "11월 30일(월)",
            "9시부터 17시 30분까지 세요. 점심시간은 빼요.",
            "지방공무원 복무규정 §2②",
            "7시간 30분",
        ),
    ]


def test_filed_at_night() -> None:
    told = reading(IMMEDIATE, "2026-11-20 21:40")

    assert sum_of(told) == [
        ("처리 기간", "즉시는 근무 3시간 안이에요.", "민원처리법 시행령 §19", "3시간"),
        (
            "11월 23일(월)",
            "11월 20일(금) 21시 40분에 도착했고 9시에 접수했어요. 기간은 접수한 때부터 세요.",
            "민원처리법 §17①; 민원처리법 시행령 §6⑧",
            "",
        ),
        ("11월 23일(월)", "9시에 접수해서 12시까지 세요.", "지방공무원 복무규정 §2②", "3시간"),
        ("기한", "11월 23일(월) 12시까지", "민원처리법 §19①", "3시간"),
    ]


def test_filed_at_lunch_on_the_same_day() -> None:
    told = reading(days(1), "2026-11-23 12:20")

    assert told.explanation[1].text == "12시 20분에 도착했고 13시에 접수했어요. 기간은 접수한 때부터 세요."


def test_accepted_outside_working_hours() -> None:
    told = reading(days(1), "2026-11-28 10:00", happened(("2026-11-28 11:00", "accepted")))

    assert told.explanation[1].text == "11시에 접수했지만 근무시간이 아니라 다음 근무시간부터 세요."
    assert (told.explanation[1].when, told.explanation[1].kind) == ("11월 28일(토)", "note")


def test_a_period_in_days() -> None:
    told = reading(days(10), "2026-12-21 10:00")

    assert sum_of(told) == [
        ("처리 기간", "10일은 접수한 날부터 토요일과 공휴일을 빼고 세요.", "민원처리법 §19②", "10일"),
        (
            "12월 21일(월)~1월 5일(화)",
            "쉬는 날(토·일요일, 공휴일)을 빼고 하루씩 세요.",
            "민원처리법 §19②",
            "10일",
        ),
        ("기한", "1월 5일(화) 하루가 끝날 때까지", "민법 §159", "10일"),
    ]


def test_a_month_whose_end_moved() -> None:
    told = reading(months(1), "2026-11-26 10:00")

    assert sum_of(told) == [
        ("처리 기간", "1개월 기간은 접수한 날부터 달력대로 세요.", "민원처리법 §19③; 민법 §160", "1개월"),
        (
            "11월 26일(목)~12월 25일(금)",
            "쉬는 날도 함께 달력대로 세요.",
            "민원처리법 §19③; 민법 §160",
            "30일",
        ),
        (
            "12월 26일(토)~28일(월)",
            "마지막 날이 쉬는 날이면 그다음 쉬지 않는 날까지예요.",
            "민법 §161",
            "0일",
        ),
        ("기한", "12월 28일(월) 하루가 끝날 때까지", "민법 §159", "30일"),
    ]


def test_an_extension_has_its_line() -> None:
    told = reading(days(3), "2026-11-23 09:00", happened(("2026-11-24 10:00", "extended", days(2))))

    assert sum_of(told)[1] == ("늘린 기간", "처리기간을 2일 늘렸어요.", "민원처리법 시행령 §21①", "16시간")
    assert told.explanation[-1].amount == "40시간"


def test_an_extension_of_days_is_in_days() -> None:
    told = reading(days(10), "2026-11-23 09:00", happened(("2026-11-24 10:00", "extended", days(3))))

    assert told.explanation[1].amount == "3일"
    assert told.explanation[-1].amount == "13일"


def test_closed_there_is_no_total() -> None:
    told = reading(days(3), "2026-11-23 10:00", happened(("2026-11-24 11:00", "decided")))

    assert [(line.kind, line.amount) for line in told.explanation] == [
        ("period", "24시간"),
        ("used", "7시간"),
        ("used", "2시간"),
    ]


def test_hours_and_days_are_counted_in_the_lines() -> None:
    in_hours = reading(days(2), "2026-11-26 14:00", happened(("2026-11-26 15:00", "extended", hours(8))))
    in_days = reading(days(6), "2026-11-26 14:00")

    assert [(line.kind, line.minutes, line.days) for line in in_hours.explanation] == [
        ("period", 0, 0),
        ("period", 0, 0),
        ("used", 240, 0),
        ("used", 480 * 2, 0),
        ("used", 240, 0),
        ("total", 1440, 0),
    ]
    assert [(line.kind, line.minutes, line.days) for line in in_days.explanation] == [
        ("period", 0, 0),
        ("used", 0, 6),
        ("total", 0, 6),
    ]
    assert (in_days.explanation[1].from_on, in_days.explanation[1].to_on) == (
        date(2026, 11, 26),
        date(2026, 12, 3),
    )


def test_rest_and_moved_lines_carry_their_days() -> None:
    rest = reading(days(1), "2026-11-27 17:30").explanation[2]
    moved = reading(months(1), "2026-11-26 10:00").explanation[2]

    assert (rest.kind, rest.from_on, rest.to_on) == ("rest", date(2026, 11, 28), date(2026, 11, 29))
    assert (moved.kind, moved.from_on, moved.to_on) == ("moved", date(2026, 12, 26), date(2026, 12, 28))


def test_a_year_without_known_holidays_is_said_to_be_open() -> None:
    until_2026 = replace(CALENDAR, covers=(date(2024, 1, 1), date(2026, 12, 31)))

    inside = read(days(10), at("2026-12-14 10:00"), (), until_2026)
    outside = read(days(10), at("2026-12-21 10:00"), (), until_2026)

    assert [line.kind for line in inside.explanation] == ["period", "used", "total"]
    assert sum_of(outside)[-2] == (
        "알아 두기",
        "2027년 공휴일이 정해지면 날짜가 바뀔 수 있어요.",
        "관공서의 공휴일에 관한 규정 §2",
        "",
    )
    assert outside.explanation[-2].kind == "note"


def test_a_local_rest_day_is_named() -> None:
    rests = replace(CALENDAR, local_closed={date(2026, 11, 24): "구민의 날"})

    in_hours = read(days(1), at("2026-11-23 14:00"), (), rests)
    counted = read(days(6), at("2026-11-23 14:00"), (), rests)

    assert in_hours.explanation[2].text == "쉬는 날이에요: 구민의 날."
    assert counted.due_date == date(2026, 11, 30)  # reading R12: days count it
