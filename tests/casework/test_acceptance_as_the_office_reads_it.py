"""`EOK_ACCEPT`: when an electronic filing is accepted, and by whom (민원처리법 시행령 §6⑧, decision 0012)."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from eok.accounts.roles import Role
from eok.casework.actions.accept import accept
from eok.core import clock
from tests import affairs
from tests.portal.walking import signed_in

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

NIGHT = datetime.fromisoformat("2026-11-20T20:30:00+09:00")
"""A Friday."""
MONDAY = datetime.fromisoformat("2026-11-23T10:00:00+09:00")


@pytest.mark.parametrize(
    ("setting", "accepted"), [("snap", "2026-11-23 09:00"), ("arrival", "2026-11-20 20:30"), ("manual", "")]
)
def test_a_filing_at_night(setting: str, accepted: str, settings: Any) -> None:
    settings.EOK_ACCEPT = setting
    affairs.officer("sanitation", Role.OFFICER)
    with clock.freeze(NIGHT):
        case = affairs.closure(affairs.person())

    with clock.freeze(MONDAY):
        affairs.work()

    case.refresh_from_db()
    moment = case.accepted_at.astimezone(clock.SEOUL).strftime("%Y-%m-%d %H:%M") if case.accepted_at else ""
    assert (case.state, moment) == ("accepted" if accepted else "filed", accepted)


def test_where_people_accept_an_officer_does_it_and_the_clock_starts(settings: Any) -> None:
    settings.EOK_ACCEPT = "manual"
    officer = affairs.officer("sanitation", Role.OFFICER)
    with clock.freeze(NIGHT):
        person = affairs.person()
        case = affairs.closure(person)
        done = signed_in(person)[0].get(f"/drafts/{case.application.draft_id}/done/").content.decode()

    with clock.freeze(MONDAY):
        accept(case_id=case.pk, by=officer)

    case.refresh_from_db()
    assert (case.state, case.accepted_at, case.officer) == ("accepted", MONDAY, officer)
    assert "담당자가 11월 23일(월) 18시까지 접수해요" in done


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("snap", "다음 근무시각 · 자동"),
        ("arrival", "도착하는 대로 · 자동"),
        ("manual", "구청 · 근무 8시간 안"),
    ],
)
def test_the_page_of_an_affair_says_so(setting: str, told: str, settings: Any) -> None:
    settings.EOK_ACCEPT = setting

    with clock.freeze(NIGHT):
        assert told in Client().get("/services/food-business-closure").content.decode()
