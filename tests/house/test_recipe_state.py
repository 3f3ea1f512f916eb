"""Recipe (d): a state is one line, with its transitions. No migration; desk, resident's page and clock read the row."""

from typing import Any

import pytest
from django.core.management import call_command

from eok.casework import actors, lifecycle, record
from eok.casework.lifecycle import By, Clock, State, Transition
from eok.casework.models import Case
from eok.core.outbox.worker import drain

SITE_VISIT = State("현장 확인", "담당자가 가서 보고 있어요", "work")
ROWS = (
    Transition("visit", "현장 확인", "보러 가요", ("accepted",), "visiting", (By.OFFICER,), Clock.PAUSE, "민원처리법 시행령 §20"),
    Transition("return_from_visit", "확인 마침", "보고 왔어요", ("visiting",), "accepted", (By.OFFICER,), Clock.RESUME, "민원처리법 시행령 §20"),
)  # fmt: skip


@pytest.fixture
def visiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines as they would stand in `lifecycle.py`."""
    monkeypatch.setitem(lifecycle.STATES, "visiting", SITE_VISIT)
    monkeypatch.setattr(lifecycle, "TRANSITIONS", (*lifecycle.TRANSITIONS, *ROWS))


@pytest.fixture
def accepted(toy_case: Case) -> Case:
    drain()
    return record.locked(toy_case.pk)


@pytest.mark.django_db(databases="__all__")
def test_no_migration_is_needed(visiting: None) -> None:
    call_command("makemigrations", "casework", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_a_case_goes_into_it_and_out_again(visiting: None, accepted: Any) -> None:
    due = accepted.due_at

    record.append(accepted, "visit", by=actors.SYSTEM)
    standing = (accepted.state, accepted.stands.label, accepted.due_at)
    record.append(accepted, "return_from_visit", by=actors.SYSTEM)

    assert standing == ("visiting", "현장 확인", None)
    assert accepted.state == "accepted"
    assert accepted.due_at > due
