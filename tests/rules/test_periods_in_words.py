"""Lengths, days and times as people read them."""

from datetime import date

import pytest

from eok.rules.periods import Period
from eok.rules.words import clock_ko, day_ko, duration, names_ko, span_ko
from tests.rules.given import IMMEDIATE, at, days, hours, months, weeks

LABELS = [
    (IMMEDIATE, "즉시", "즉시(근무 3시간)"),
    (hours(4), "근무 4시간", "근무 4시간"),
    (days(3), "3일", "3일(근무 24시간)"),
    (days(5), "5일", "5일(근무 40시간)"),
    (days(6), "6일", "6일"),
    (weeks(2), "2주", "2주"),
    (months(12), "12개월", "12개월"),
]


@pytest.mark.parametrize(("period", "words", "label"), LABELS)
def test_periods(period: Period, words: str, label: str) -> None:
    assert (period.words, period.label) == (words, label)


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0시간"), (59, "59분"), (60, "1시간"), (408, "6시간 48분"), (1440, "24시간")]
)
def test_durations(minutes: int, words: str) -> None:
    assert duration(minutes) == words


def test_days_and_spans() -> None:
    assert day_ko(date(2026, 11, 22)) == "11월 22일(일)"
    assert span_ko(date(2026, 11, 19), date(2026, 11, 19)) == "11월 19일(목)"
    assert span_ko(date(2026, 11, 19), date(2026, 11, 23)) == "11월 19일(목)~23일(월)"
    assert span_ko(date(2026, 11, 30), date(2026, 12, 1)) == "11월 30일(월)~12월 1일(화)"


def test_times() -> None:
    assert (clock_ko(at("2026-11-23 09:00")), clock_ko(at("2026-11-23 09:05"))) == ("9시", "9시 5분")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["토요일", "일요일"], "토·일요일"),
        (["토요일"], "토요일"),
        (["추석", "토요일", "일요일", "추석"], "토·일요일, 추석"),
        (["개천절", "일요일"], "일요일, 개천절"),
    ],
)
def test_rest_days_by_name(names: list[str], words: str) -> None:
    assert names_ko(names) == words
