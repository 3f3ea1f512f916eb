"""The clock as a story for the officer: what moved it, when, by which article."""

from tests.rules.given import days, happened, reading


def story(
    *events: tuple[str, str], filed: str = "2026-11-17 21:40", length: int = 3
) -> list[tuple[str, str, str]]:
    told = reading(days(length), filed, happened(*events)).chronicle
    return [(line.when, line.text, line.law) for line in told]


def test_filed_at_night_with_a_supplement() -> None:
    assert story(
        ("2026-11-18 15:40", "supplement_requested"), ("2026-11-23 16:10", "supplement_received")
    ) == [
        ("11월 17일(화) 21시 40분", "신청이 도착했어요.", "민원처리법 시행령 §6⑧"),
        ("11월 18일(수) 9시", "접수해 시계가 시작됐어요.", "민원처리법 §19①"),
        (
            "11월 18일(수) 15시 40분",
            "보완을 요구해 멈췄어요.",
            "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호",
        ),
        (
            "11월 23일(월) 16시 10분",
            "24시간을 남기고 다시 시작됐어요.",
            "민원처리법 시행령 §20 1호; 행정절차법 시행령 §11 1호",
        ),
        ("11월 26일(목) 18시", "기한이에요. 처음 기한은 11월 20일(금) 18시까지였어요.", ""),
    ]


def test_accepted_at_once_arrival_is_not_told_apart() -> None:
    assert story(filed="2026-11-23 10:00") == [
        ("11월 23일(월) 10시", "접수해 시계가 시작됐어요.", "민원처리법 §19①"),
        ("11월 26일(목) 10시", "기한이에요.", ""),
    ]


def test_a_period_in_days_ends_with_the_day() -> None:
    told = story(
        ("2026-11-24 10:00", "hearing_started"),
        ("2026-11-26 10:00", "hearing_finished"),
        filed="2026-11-23 10:00",
        length=10,
    )

    assert [line[:2] for line in told[1:]] == [
        ("11월 24일(화) 10시", "의견을 듣기 시작했어요."),
        ("11월 26일(목) 10시", "8일을 남기고 다시 시작됐어요."),
        ("12월 8일(화)", "기한이에요. 처음 기한은 12월 4일(금)까지였어요."),
    ]


def test_an_extension_is_told() -> None:
    told = reading(days(3), "2026-11-23 10:00", happened(("2026-11-24 10:00", "extended", days(1)))).chronicle

    assert (told[1].when, told[1].text) == ("11월 24일(화) 10시", "처리기간을 1일 늘렸어요.")
    assert told[1].law == "민원처리법 시행령 §21①"


def test_only_the_end_is_a_total_and_nothing_has_an_amount() -> None:
    lines = reading(days(3), "2026-11-17 21:40").chronicle

    assert [(line.kind, line.amount) for line in lines] == [("note", ""), ("note", ""), ("total", "")]


def test_while_paused_the_story_has_no_end() -> None:
    assert story(("2026-11-18 15:40", "supplement_requested"))[-1][1] == "보완을 요구해 멈췄어요."


def test_what_came_too_late_is_not_told() -> None:
    assert len(story(("2026-12-18 15:40", "supplement_requested"), filed="2026-11-23 10:00")) == 2
