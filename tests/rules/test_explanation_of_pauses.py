"""What stopped the clock has its line, with its article, and adds nothing."""

from datetime import date

from eok.rules.clock import Policy
from tests.rules.given import days, happened, reading, sum_of, weeks

SUPPLEMENT = [("2026-11-19 09:40", "supplement_requested"), ("2026-11-23 14:00", "supplement_received")]


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
