"""After a supplement the officer reads the answers in force, each corrected one with what stood there before."""

import pytest

from tests import affairs
from tests.desk import rooms
from tests.mending import mend

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

TUESDAY = "2026-11-24T10:00:00+09:00"


def test_a_corrected_answer_says_what_it_was_and_when_it_changed() -> None:
    clerk = rooms.clerk()
    case = mend(rooms.accepted(), clerk, TUESDAY, trade_name="푸른상점")

    shown = rooms.text(rooms.desk(clerk).get(rooms.page(case)))

    assert "푸른상점 보완 11.24(화) 10:00 · 전에는 ‘하늘상점’" in shown
    assert shown.count("전에는") == 1


def test_an_answer_that_fell_away_says_what_it_was() -> None:
    clerk = rooms.clerk()
    case = mend(rooms.accepted(), clerk, TUESDAY, domain_state="none")

    shown = rooms.text(rooms.desk(clerk).get(rooms.page(case)))

    assert "적지 않음 보완 11.24(화) 10:00 · 전에는 ‘haneul-shop.example’" in shown


def test_the_decision_shows_the_corrected_certificate() -> None:
    clerk = rooms.clerk()
    case = mend(rooms.accepted(), clerk, TUESDAY, trade_name="푸른상점")
    affairs.review_all(case, clerk)

    shown = rooms.text(rooms.desk(clerk).get(rooms.page(case, "decide/") + "?verb=propose"))

    assert "푸른상점" in shown and "보완한 값" in shown
    assert "하늘상점" not in shown
