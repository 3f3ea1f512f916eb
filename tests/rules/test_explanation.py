"""Each due time says how it came about, line by line, each with its article."""

from dataclasses import replace
from datetime import date

from eok.rules.clock import ClockReading, Policy, read
from tests.rules.given import CALENDAR, IMMEDIATE, at, days, happened, hours, months, reading, weeks

SUPPLEMENT = [("2026-11-19 09:40", "supplement_requested"), ("2026-11-23 14:00", "supplement_received")]


def sum_of(told: ClockReading) -> list[tuple[str, str, str, str]]:
    return [(line.when, line.text, line.law, line.amount) for line in told.explanation]


def test_a_supplement_in_an_hours_clock() -> None:
    told = reading(days(3), "2026-11-18 10:12", happened(*SUPPLEMENT))

    assert sum_of(told) == [
        ("처리 기간", "3일은 근무시간 24시간이에요. 접수한 때부터 세요.", "민원처리법 §19①", "24시간"),
        (
            "11월 18일(수)",
            "10시 12분에 접수해서 18시까지 세요. 점심시간은 빼요.",
            "지방공무원 복무규정 §2②",
            "6시간 48분",
        ),
        (
            "11월 19일(목)~23일(월)",
            "보완을 요청한 날부터 도착한 날까지는 세지 않아요.",
            "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호",
            "0시간",
        ),
        ("11월 24일(화)~25일(수)", "하루 8시간씩 세요.", "민원처리법 §19①", "16시간"),
        ("11월 26일(목)", "9시부터 10시 12분까지 세요.", "지방공무원 복무규정 §2②", "1시간 12분"),
        ("기한", "11월 26일(목) 10시 12분까지", "민원처리법 §19①", "24시간"),
    ]


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
    assert told.explanation[1].when == "11월 28일(토)"


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


def test_days_out_of_a_calendar_period() -> None:
    events = happened(
        ("2026-11-26 10:00", "supplement_requested"), ("2026-11-30 10:00", "supplement_received")
    )

    told = reading(weeks(2), "2026-11-23 10:00", events)

    assert [(line.kind, line.when, line.amount) for line in told.explanation] == [
        ("period", "처리 기간", "2주"),
        ("used", "11월 23일(월)~25일(수)", "3일"),
        ("stopped", "11월 26일(목)~30일(월)", "0일"),
        ("used", "12월 1일(화)~11일(금)", "11일"),
        ("total", "기한", "14일"),
    ]


def test_a_demand_on_the_day_the_end_moved_to() -> None:
    events = happened(
        ("2026-11-30 10:00", "supplement_requested"), ("2026-12-02 10:00", "supplement_received")
    )

    told = reading(weeks(1), "2026-11-23 10:00", events)

    assert [(line.kind, line.when) for line in told.explanation[1:]] == [
        ("used", "11월 23일(월)~29일(일)"),
        ("stopped", "11월 30일(월)~12월 2일(수)"),
        ("moved", "12월 3일(목)"),
        ("total", "기한"),
    ]


def test_an_extension_has_its_line() -> None:
    told = reading(days(3), "2026-11-23 09:00", happened(("2026-11-24 10:00", "extended", days(2))))

    assert sum_of(told)[1] == ("늘린 기간", "처리기간을 2일 늘렸어요.", "민원처리법 시행령 §21①", "16시간")
    assert told.explanation[-1].amount == "40시간"


def test_an_extension_of_days_is_in_days() -> None:
    told = reading(days(10), "2026-11-23 09:00", happened(("2026-11-24 10:00", "extended", days(3))))

    assert told.explanation[1].amount == "3일"
    assert told.explanation[-1].amount == "13일"


def test_a_supplement_to_the_minute() -> None:
    told = reading(days(3), "2026-11-18 10:12", happened(*SUPPLEMENT), Policy(by_instant=True))

    assert [(line.when, line.amount) for line in told.explanation[1:-1]] == [
        ("11월 18일(수)", "6시간 48분"),
        ("11월 19일(목)", "40분"),
        ("11월 20일(금)", "0시간"),
        ("11월 21일(토)~22일(일)", "0시간"),
        ("11월 23일(월)", "4시간"),
        ("11월 24일(화)", "8시간"),
        ("11월 25일(수)", "4시간 32분"),
    ]
    assert told.explanation[2].text == "9시부터 9시 40분까지 세요. 보완을 기다린 시간은 빼요."


def test_while_it_is_paused_the_last_line_says_why() -> None:
    told = reading(days(3), "2026-11-18 10:12", happened(SUPPLEMENT[0]))

    assert sum_of(told)[1:] == [
        (
            "11월 18일(수)",
            "10시 12분에 접수해서 18시까지 세요. 점심시간은 빼요.",
            "지방공무원 복무규정 §2②",
            "6시간 48분",
        ),
        (
            "11월 19일(목)부터",
            "보완을 기다리는 동안 시간이 멈춰 있어요.",
            "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호",
            "0시간",
        ),
    ]


def test_of_two_causes_that_go_on_the_earlier_is_told() -> None:
    events = happened(("2026-11-24 10:00", "hearing_started"), ("2026-11-26 10:00", "supplement_requested"))

    told = reading(days(10), "2026-11-23 10:00", events)

    assert told.explanation[-1].when == "11월 25일(수)부터"
    assert told.explanation[-1].text == "의견을 듣는 동안 시간이 멈춰 있어요."
    assert (told.explanation[-1].kind, told.explanation[-1].from_on) == ("stopped", date(2026, 11, 25))


def test_closed_there_is_no_total() -> None:
    told = reading(days(3), "2026-11-23 10:00", happened(("2026-11-24 11:00", "decided")))

    assert [(line.kind, line.amount) for line in told.explanation] == [
        ("period", "24시간"),
        ("used", "7시간"),
        ("used", "2시간"),
    ]


def test_lines_carry_their_days() -> None:
    told = reading(days(3), "2026-11-18 10:12", happened(*SUPPLEMENT))

    assert [(line.from_on, line.to_on) for line in told.explanation] == [
        (None, None),
        (date(2026, 11, 18), date(2026, 11, 18)),
        (date(2026, 11, 19), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 25)),
        (date(2026, 11, 26), date(2026, 11, 26)),
        (None, None),
    ]


def test_a_year_without_known_holidays_is_said_to_be_open() -> None:
    until_2026 = replace(CALENDAR, covers=(date(2024, 1, 1), date(2026, 12, 31)))

    inside = read(days(10), at("2026-12-14 10:00"), (), until_2026)
    outside = read(days(10), at("2026-12-21 10:00"), (), until_2026)

    assert [line.kind for line in inside.explanation] == ["period", "used", "total"]
    assert outside.explanation[-2].text == "2027년 공휴일이 정해지면 날짜가 바뀔 수 있어요."


def test_a_local_rest_day_is_named() -> None:
    rests = replace(CALENDAR, local_closed={date(2026, 11, 24): "구민의 날"})

    in_hours = read(days(1), at("2026-11-23 14:00"), (), rests)
    counted = read(days(6), at("2026-11-23 14:00"), (), rests)

    assert in_hours.explanation[2].text == "쉬는 날이에요: 구민의 날."
    assert counted.due_date == date(2026, 11, 30)  # reading R12: days count it


def test_a_supplement_in_a_days_clock() -> None:
    events = happened(
        ("2026-11-25 10:00", "supplement_requested"), ("2026-11-27 10:00", "supplement_received")
    )

    told = reading(days(6), "2026-11-23 10:00", events)

    assert [(line.kind, line.when, line.amount) for line in told.explanation[1:]] == [
        ("used", "11월 23일(월)~24일(화)", "2일"),
        ("stopped", "11월 25일(수)~27일(금)", "0일"),
        ("rest", "11월 28일(토)~29일(일)", "0일"),
        ("used", "11월 30일(월)~12월 3일(목)", "4일"),
        ("total", "기한", "6일"),
    ]
