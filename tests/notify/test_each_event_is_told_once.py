"""One message per event and channel, whatever the worker repeats."""

import pytest

from eok.casework.events import CaseAccepted
from eok.casework.models import Case, CaseEvent
from eok.core import pii
from eok.notify import texts
from eok.notify.actions.tell import tell
from eok.notify.models import Message
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def case() -> Case:
    made = affairs.closure(affairs.person())
    affairs.work()
    return Case.objects.get(pk=made.pk)


def test_the_same_event_told_twice_is_one_message(case: Case) -> None:
    accepted = CaseEvent.objects.get(case=case, verb="accept")
    before = Message.objects.count()

    tell(CaseAccepted(str(case.pk), accepted.sequence, accepted.at))

    assert Message.objects.count() == before


def test_the_text_names_the_number_and_the_due_time_but_no_name(case: Case) -> None:
    from eok.notify import queries

    accepted = next(t for t in queries.of_case(case) if t.title == "접수했어요")

    assert case.case_no is not None and case.case_no in accepted.text
    assert "18시까지" in accepted.text or "17시까지" in accepted.text
    assert "김하늘" not in accepted.text
    assert pii.mask_name("김하늘") not in accepted.text


def test_every_notice_the_lifecycle_names_has_a_text() -> None:
    from eok.casework.lifecycle import TRANSITIONS

    named = {t.notice for t in TRANSITIONS if t.notice}

    assert named <= set(texts.keys())
