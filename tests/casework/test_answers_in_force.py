"""A supplement is laid over what was filed: the last answers hold, each change is remembered with its day."""

from datetime import datetime

import pytest

from eok.casework import answers, grants
from eok.casework.answers import Correction
from eok.casework.models import Case
from tests.desk import rooms
from tests.mending import mend

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

TUESDAY, WEDNESDAY = "2026-11-24T10:00:00+09:00", "2026-11-25T10:00:00+09:00"


def test_the_last_answer_holds_and_the_one_before_it_is_remembered() -> None:
    clerk = rooms.clerk()
    once = mend(rooms.accepted(), clerk, TUESDAY, trade_name="푸른상점")

    twice = mend(once, clerk, WEDNESDAY, trade_name="초록상점")

    assert grants.answers_of(twice)["trade_name"] == "초록상점"
    assert _corrections(twice) == {
        "trade_name": Correction("푸른상점", datetime.fromisoformat(WEDNESDAY)),
    }


def test_the_same_answer_given_again_is_no_correction() -> None:
    clerk = rooms.clerk()

    case = mend(rooms.accepted(), clerk, TUESDAY, trade_name="하늘상점")

    assert _corrections(case) == {}


def test_an_answer_nobody_asks_for_any_more_is_not_in_force() -> None:
    clerk = rooms.clerk()
    case = rooms.accepted()

    case = mend(case, clerk, TUESDAY, domain_state="none")

    assert "domain" not in grants.answers_of(case)
    assert _corrections(case)["domain"].before == "haneul-shop.example"


def _corrections(case: Case) -> dict[str, Correction]:
    rows = [row for section in answers.sections(case) for row in section.rows]
    return {row.question.id: row.correction for row in rows if row.correction}
