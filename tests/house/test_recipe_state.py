"""Recipe (d): a state is one line, with its transitions. No migration; desk, resident's page and clock read the row.

A verb by an officer is one of these rows too: its button, its page and its entry in the history need nothing else.
"""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import RequestFactory

from eok.accounts.actions.invite import NewOfficer, create
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework import actors, lifecycle, record
from eok.casework.lifecycle import By, Clock, Reason, State, Transition
from eok.casework.models import Case
from eok.core.outbox.worker import drain
from eok.desk.views.case import case as desk_page
from eok.desk.views.worklist import worklist
from eok.notify.models import Message
from eok.portal.views.my import case as my_page
from tests import affairs
from tests.desk import rooms

TESTING = State("검사 기다림", "검사 결과를 기다리고 있어요", "work")
ROWS = (
    Transition("send_to_test", "검사 맡기기", "검사를 맡겼어요", ("accepted",), "testing", (By.SYSTEM,), Clock.PAUSE,
               "민원처리법 시행령 §20"),
    Transition("hear_result", "검사 결과 도착", "검사 결과가 왔어요", ("testing",), "accepted", (By.SYSTEM,), Clock.RESUME,
               "민원처리법 시행령 §20"),
    Transition("visit", "현장 보기", "현장을 보러 가요", ("accepted",), "testing", (By.OFFICER,), Clock.PAUSE,
               "민원처리법 시행령 §20", plain=Reason.OPTIONAL),
    Transition("call_off", "검사 그만두기", "검사를 그만뒀어요", ("testing",), "accepted", (By.OFFICER,), Clock.RESUME,
               "민원처리법 시행령 §20", "test_called_off", plain=Reason.REQUIRED),
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


@pytest.mark.django_db(databases="__all__")
def test_an_officer_does_it_at_the_desk(testing: None, accepted: Case) -> None:
    officer = _officer()
    client = rooms.desk(officer)
    address = rooms.page(accepted, "do/visit/")

    button, asked = client.get(rooms.page(accepted)), client.get(address)
    done = client.post(address, {"reason": "오후에 갑니다."})

    assert f'href="{address}"' in button.content.decode()
    assert "‘검사 기다림’ 상태가 돼요. 처리 기간이 멈춰요. (민원처리법 시행령 제20조)" in rooms.text(asked)
    assert done.status_code == 302 and rooms.state(accepted.pk) == "testing"
    history = rooms.text(client.get(rooms.page(accepted)))
    assert "현장을 보러 가요 윤시험 주무관 오후에 갑니다." in history


@pytest.mark.django_db(databases="__all__")
def test_a_row_may_want_a_reason_and_name_a_notice(testing: None, accepted: Case) -> None:
    client = rooms.desk(_officer())
    record.append(accepted, "send_to_test", by=actors.SYSTEM)
    address = rooms.page(accepted, "do/call_off/")

    without = client.post(address, {"reason": " "})
    client.post(address, {"reason": "다른 날 갑니다."})
    drain()

    assert without.status_code == 422 and "까닭을 적어 주세요" in rooms.text(without)
    assert rooms.state(accepted.pk) == "accepted"
    assert Message.objects.filter(case=accepted, notice="test_called_off").count() == 1


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("verb", ["grant", "extend", "send_to_test", "hear_result", "nonsense"])
def test_a_verb_that_is_not_plain_has_no_such_page(testing: None, accepted: Case, verb: str) -> None:
    client = rooms.desk(_officer())

    response = client.post(rooms.page(accepted, f"do/{verb}/"), {"reason": "x"})

    assert response.status_code == 404
    assert rooms.state(accepted.pk) == "accepted"


@pytest.mark.django_db(databases="__all__")
def test_an_officer_of_another_office_may_not(testing: None, accepted: Case) -> None:
    stranger = affairs.officer("sanitation")

    response = rooms.desk(stranger).post(rooms.page(accepted, "do/visit/"), {})

    assert response.status_code == 404
    assert rooms.state(accepted.pk) == "accepted"


def _officer() -> Officer:
    wanted = NewOfficer("toy", "윤시험", "주무관", "economy", (Role.OFFICER,), "02-0000-0099")
    return create(wanted, by=None)


def _shown(page: Any, *, person: object = None, officer: object = None, **address: object) -> str:
    """The page as somebody sees it."""
    request: Any = RequestFactory().get("/")
    request.person, request.officer, request.session = person, officer, {}
    return str(page(request, **address).content.decode())
