"""Rights have a giver, a reason and an end; nobody gives one to themselves; who gives rights is seen by four eyes."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from eok.accounts import queries, rights
from eok.accounts.actions import rights as actions
from eok.accounts.actions.rights import Right
from eok.accounts.errors import RightError, RightRefusedError
from eok.accounts.models import Grant, GrantConfirmation, GrantEnd, Officer, RightsReview
from eok.accounts.roles import Role
from eok.core import clock
from tests.accounts.officers import came_in, made

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

MONDAY = date(2026, 11, 23)
A_YEAR = date(2027, 11, 22)


@pytest.fixture
def operator() -> Officer:
    return made("oper", Role.OPERATOR, department="civil_service")


@pytest.fixture
def clerk() -> Officer:
    return made("clerk")


def right(role: Role = Role.TEAM_LEAD, **other: object) -> Right:
    return Right(**{"role": role, "department": "economy", "from_on": MONDAY, "to_on": A_YEAR} | other)  # type: ignore[arg-type]  # of the keys above


def test_a_right_says_who_gave_it_why_and_until_when(operator: Officer, clerk: Officer) -> None:
    given = actions.give(clerk, right(), by=operator, reason="팀장 직무대리", document_no="총무과-1234")

    assert queries.may(clerk, Role.TEAM_LEAD, "mail-order-report", MONDAY)
    assert (given.granted_by, given.reason, given.document_no) == (operator, "팀장 직무대리", "총무과-1234")
    assert given.granted_at == clock.now()


def test_it_stops_by_itself_the_day_after_its_last(operator: Officer, clerk: Officer) -> None:
    actions.give(clerk, right(), by=operator, reason="한 해 동안")

    assert queries.may(clerk, Role.TEAM_LEAD, "*", A_YEAR)
    assert not queries.may(clerk, Role.TEAM_LEAD, "*", A_YEAR + timedelta(days=1))


def test_nobody_gives_confirms_or_ends_their_own(operator: Officer) -> None:
    own = Grant.objects.get(officer=operator)

    with pytest.raises(RightRefusedError, match="스스로"):
        actions.give(operator, right(Role.AUDITOR), by=operator, reason="내가 필요해서")
    with pytest.raises(RightRefusedError, match="스스로"):
        actions.end(own, by=operator, reason="그만두려고")
    assert Grant.objects.filter(officer=operator).count() == 1


def test_an_ordinary_officer_gives_nothing(clerk: Officer) -> None:
    with pytest.raises(RightRefusedError, match="권한이 없습니다"):
        actions.give(made("other"), right(), by=clerk, reason="도와주려고")


def test_the_head_of_a_department_gives_there_what_its_work_needs(clerk: Officer) -> None:
    head = made("head", Role.DEPARTMENT_HEAD)

    actions.give(clerk, right(), by=head, reason="직무대리")

    for refused in (right(Role.AUDITOR), right(department="sanitation")):
        with pytest.raises(RightRefusedError):
            actions.give(clerk, refused, by=head, reason="더")


def test_an_operator_needs_a_second_person(operator: Officer, clerk: Officer) -> None:
    second = made("second", Role.OPERATOR, department="civil_service")
    given = actions.give(clerk, right(Role.OPERATOR), by=operator, reason="새 운영자")
    before = queries.roles_of(clerk, MONDAY)

    with pytest.raises(RightRefusedError, match="준 사람이 스스로"):
        actions.confirm(given, by=operator)
    actions.confirm(given, by=second)

    assert Role.OPERATOR not in before
    assert Role.OPERATOR in queries.roles_of(clerk, MONDAY)


def test_who_waits_to_be_confirmed_can_not_confirm(operator: Officer, clerk: Officer) -> None:
    given = actions.give(clerk, right(Role.OPERATOR), by=operator, reason="새 운영자")

    with pytest.raises(RightRefusedError):
        actions.confirm(given, by=clerk)
    assert not GrantConfirmation.objects.exists()


def test_what_was_taken_back_is_gone_at_once_and_only_once(operator: Officer, clerk: Officer) -> None:
    held = Grant.objects.get(officer=clerk)

    actions.end(held, by=operator, reason="전출")

    assert queries.roles_of(clerk, MONDAY) == set()
    assert queries.roles_of(clerk, MONDAY - timedelta(days=0)) == set()
    with pytest.raises(RightRefusedError, match="이미 거둔"):
        actions.end(held, by=operator, reason="한 번 더")


@pytest.mark.parametrize("change", ["given", "ended"])
def test_an_open_session_ends_when_rights_change(
    client: Client, officer: Officer, operator: Officer, change: str
) -> None:
    came_in(client, officer)
    before = client.get("/desk/").status_code

    if change == "given":
        actions.give(officer, right(), by=operator, reason="직무대리")
    else:
        actions.end(Grant.objects.get(officer=officer), by=operator, reason="전출")

    assert (before, client.get("/desk/").status_code) == (200, 302)


@pytest.mark.parametrize(
    ("wanted", "reason", "field"),
    [
        (right(), " ", "reason"),
        (right(), "가" * 201, "reason"),
        (right(to_on=None), "까닭", "to_on"),
        (right(to_on=date(2029, 12, 31)), "까닭", "to_on"),
        (right(to_on=date(2026, 11, 22), from_on=MONDAY), "까닭", "to_on"),
        (right(from_on=date(2026, 11, 22)), "까닭", "from_on"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_field(
    operator: Officer, clerk: Officer, wanted: Right, reason: str, field: str
) -> None:
    with pytest.raises(RightError) as refused:
        actions.give(clerk, wanted, by=operator, reason=reason)

    assert refused.value.field == field
    assert Grant.objects.filter(officer=clerk).count() == 1


@pytest.mark.parametrize("table", [Grant, GrantEnd, GrantConfirmation, RightsReview])
def test_the_database_refuses_to_rewrite_them(operator: Officer, clerk: Officer, table: type) -> None:
    given = actions.give(clerk, right(Role.OPERATOR), by=operator, reason="새 운영자")
    actions.confirm(given, by=made("second", Role.OPERATOR))
    actions.end(given, by=operator, reason="잘못 줌")
    actions.review(by=operator, department="", held=3, note="맞음")
    field = {
        "Grant": "role",
        "GrantEnd": "reason",
        "GrantConfirmation": "confirmed_at",
        "RightsReview": "note",
    }
    column = field[table.__name__]
    value = clock.now() if column == "confirmed_at" else "officer"

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        table.objects.update(**{column: value})  # type: ignore[attr-defined]  # a model


def test_the_review_is_due_after_half_a_year(operator: Officer) -> None:
    never = rights.review_is_due(None)
    actions.review(by=operator, department="", held=1, note="모두 맞음")
    after = rights.review_is_due(None)
    with clock.freeze(datetime.fromisoformat("2027-06-01T10:00:00+09:00")):
        later = rights.review_is_due(None)

    assert (never, after, later) == (True, False, True)
