"""What an officer may do: by role, affair and day (개인정보 보호법 시행령 §30①2; 행정업무의 운영 및 혁신에 관한 규정 §10②)."""

from datetime import date, datetime

import pytest
from pytest_django import Settings

from eok.accounts import queries
from eok.accounts.actions import invite
from eok.accounts.actions.rights import Right, put
from eok.accounts.models import Grant, GrantEnd, Officer
from eok.accounts.roles import LABELS, Role
from eok.core import clock
from tests.accounts.officers import made

pytestmark = pytest.mark.django_db(databases="__all__")

MONDAY = date(2026, 11, 23)


@pytest.fixture
def lead(monday: object) -> Officer:
    return made("lead", Role.TEAM_LEAD, service_id="mail-order-report")


def test_only_the_role_that_was_given(lead: Officer) -> None:
    assert queries.may(lead, "team_lead", "mail-order-report", MONDAY)
    assert not queries.may(lead, "officer", "mail-order-report", MONDAY)
    assert not queries.may(lead, "no-such-role", "mail-order-report", MONDAY)


def test_only_the_affair_that_was_given(lead: Officer, officer: Officer) -> None:
    assert not queries.may(lead, "team_lead", "food-business-closure", MONDAY)
    assert queries.may(officer, "officer", "food-business-closure", MONDAY)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_only_from_the_first_to_the_last_day(lead: Officer, day: date, holds: bool) -> None:
    put(lead, Right(Role.AUDITOR, "economy", MONDAY, date(2026, 12, 31)), by=None)

    assert queries.may(lead, "auditor", "mail-order-report", day) == holds
    assert (Role.AUDITOR in queries.roles_of(lead, day)) == holds


def test_roles_of_any_affair_and_of_one(lead: Officer) -> None:
    put(lead, Right(Role.AUDITOR, "economy", MONDAY), by=None)

    assert queries.roles_of(lead, MONDAY) == {Role.TEAM_LEAD, Role.AUDITOR}
    assert queries.roles_of(lead, MONDAY, "food-business-closure") == {Role.AUDITOR}


def test_who_left_may_nothing_and_keeps_the_name(lead: Officer) -> None:
    invite.disable(lead)
    lead.refresh_from_db()

    assert queries.roles_of(lead, MONDAY) == set()
    assert queries.officer_names()[str(lead.pk)] == "이하나 주무관"
    assert queries.team_lead_of("economy", "mail-order-report", MONDAY) is None
    assert GrantEnd.objects.get(grant__officer=lead).void_from == MONDAY


def test_those_of_a_department(monday: object) -> None:
    first, second = made("first"), made("second")
    made("elsewhere", department="sanitation")
    made("chief", Role.TEAM_LEAD)
    made("other", service_id="food-business-closure")

    found = queries.officers_of("economy", service_id="mail-order-report")

    assert found == [first, second]


def test_the_team_lead_of_an_affair(lead: Officer) -> None:
    assert queries.team_lead_of("economy", "mail-order-report", MONDAY) == lead
    assert queries.team_lead_of("economy", "food-business-closure", MONDAY) is None
    assert queries.team_lead_of("sanitation", "mail-order-report", MONDAY) is None


def test_production_counts_no_demonstration_officer(lead: Officer, settings: Settings) -> None:
    Officer.objects.update(demonstration=True)
    lead.refresh_from_db()
    settings.EOK_PRODUCTION = True

    assert queries.roles_of(lead, MONDAY) == set()
    assert queries.team_lead_of("economy", "mail-order-report", MONDAY) is None


def test_today_is_the_day_in_seoul() -> None:
    with clock.freeze(datetime.fromisoformat("2026-11-23T15:30:00+00:00")):
        made("night")
        grants = list(Grant.objects.values_list("from_on", flat=True))

    assert grants == [date(2026, 11, 24)]


def test_each_role_has_its_word() -> None:
    assert set(LABELS) == set(Role)
