"""Recipe (d): a state is one line, with its transitions. No migration; desk, resident's page and clock read the row."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import RequestFactory

from eok.accounts.actions.invite import NewOfficer, create
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework import actors, lifecycle, record
from eok.casework.lifecycle import By, Clock, State, Transition
from eok.casework.models import Case
from eok.core.outbox.worker import drain
from eok.desk.views.case import case as desk_page
from eok.desk.views.worklist import worklist
from eok.portal.views.my import case as my_page

TESTING = State("검사 기다림", "검사 결과를 기다리고 있어요", "work")
ROWS = (
    Transition("send_to_test", "검사 맡기기", "검사를 맡겼어요", ("accepted",), "testing", (By.SYSTEM,), Clock.PAUSE,
               "민원처리법 시행령 §20"),
    Transition("hear_result", "검사 결과 도착", "검사 결과가 왔어요", ("testing",), "accepted", (By.SYSTEM,), Clock.RESUME,
               "민원처리법 시행령 §20"),
)  # fmt: skip


@pytest.fixture
def testing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines as they would stand in `lifecycle.py`."""
    monkeypatch.setitem(lifecycle.STATES, "testing", TESTING)
    monkeypatch.setattr(lifecycle, "TRANSITIONS", (*lifecycle.TRANSITIONS, *ROWS))
    monkeypatch.setattr(lifecycle, "IN_PERIOD", (*lifecycle.IN_PERIOD, "testing"))


@pytest.fixture
def accepted(toy_case: Case) -> Case:
    drain()
    return record.locked(toy_case.pk)


@pytest.mark.django_db(databases="__all__")
def test_no_migration_is_needed(testing: None) -> None:
    call_command("makemigrations", "casework", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_a_case_goes_into_it_and_out_again(testing: None, accepted: Any) -> None:
    due = accepted.due_at

    record.append(accepted, "send_to_test", by=actors.SYSTEM)
    standing = (accepted.state, accepted.stands.label, accepted.due_at)
    record.append(accepted, "hear_result", by=actors.SYSTEM)

    assert standing == ("testing", "검사 기다림", None)
    assert accepted.state == "accepted"
    assert accepted.due_at > due


@pytest.mark.django_db
def test_the_desk_and_the_resident_see_it(testing: None, accepted: Case) -> None:
    record.append(accepted, "send_to_test", by=actors.SYSTEM)

    officer = _officer()
    desk = _shown(desk_page, officer=officer, case_id=accepted.pk)
    mine = _shown(my_page, person=accepted.application.person, case_id=accepted.pk)

    assert str(accepted.case_no) in _shown(worklist, officer=officer)
    assert "지금은 ‘검사 기다림’ 상태예요." in desk
    assert "검사 결과를 기다리고 있어요" in mine


def _officer() -> Officer:
    wanted = NewOfficer("toy", "윤시험", "주무관", "economy", (Role.OFFICER,), "02-0000-0099")
    return create(wanted, by=None)


def _shown(page: Any, *, person: object = None, officer: object = None, **address: object) -> str:
    """The page as somebody sees it."""
    request: Any = RequestFactory().get("/")
    request.person, request.officer, request.session = person, officer, {}
    return str(page(request, **address).content.decode())
