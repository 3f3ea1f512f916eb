"""What an event of a case says is read in today's fields, whatever version its row was written in."""

from typing import Any

import pytest

from eok.casework import event_details, queries, record
from eok.casework.models import Case, CaseEvent
from eok.core.payloads import Spelling, UnknownVersionError
from eok.trail import chain
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

VERB = "accept"


@pytest.fixture
def case() -> Case:
    """Its acceptance was written in version 1."""
    found = affairs.mail_order(affairs.person())
    affairs.work()
    return Case.objects.get(pk=found.pk)


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on an acceptance says `number` and no longer `case_no`."""

    def upcast(fields: dict[str, Any], written: int) -> dict[str, Any]:
        return {"number": fields["case_no"]}

    monkeypatch.setitem(event_details.SPELLINGS, VERB, Spelling(2, upcast))


def test_an_older_one_is_brought_up_when_it_is_read(case: Case, renamed: None) -> None:
    (accepted,) = (line for line in queries.history(case) if line.row.verb == VERB)

    assert accepted.details == {"number": case.case_no}
    assert chain.first_fault(str(case.pk), record.links(case)) is None


def test_one_of_a_newer_program_is_refused(case: Case) -> None:
    event = CaseEvent.objects.get(case=case, verb=VERB)
    event.version = 2

    with pytest.raises(UnknownVersionError, match="판 2"):
        event_details.read(event, bytes(case.wrapped_key))
