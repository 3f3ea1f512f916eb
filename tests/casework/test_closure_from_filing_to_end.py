"""식품 영업 폐업신고: from the filing to the end, through the rooms' own actions."""

import pytest

from eok.accounts.roles import Role
from eok.casework import queries as casework
from eok.casework import record
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion
from eok.casework.models import Case
from eok.notify import queries as notify
from eok.trail import chain
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_closure_is_accepted_decided_and_told() -> None:
    person = affairs.person()
    officer = affairs.officer("sanitation", Role.OFFICER)
    case = affairs.closure(person)
    assert case.state == "filed"

    affairs.work()
    case.refresh_from_db()
    assert (case.state, case.case_no) == ("accepted", "2026-000001")
    assert case.officer == officer

    affairs.review_all(case, officer)
    grant(case_id=case.pk, opinion=Opinion("요건을 갖추었습니다."), by=officer)
    affairs.work()

    case.refresh_from_db()
    assert case.state == "completed"
    assert case.due_at is None
    assert [t.title for t in notify.of_case(case)] == [
        "신청을 받았어요",
        "접수했어요",
        "신고를 받아들였어요",
        "모두 끝났어요",
    ]
    assert chain.first_fault(str(case.pk), record.links(case)) is None
    assert [h.row.verb for h in casework.history(case)] == ["file", "accept", "grant", "complete"]


def test_a_filing_at_night_is_accepted_at_the_next_working_instant() -> None:
    from datetime import datetime

    from eok.core import clock

    affairs.officer("sanitation", Role.OFFICER)
    with clock.freeze(datetime.fromisoformat("2026-11-20T20:30:00+09:00")):
        case = affairs.closure(affairs.person())
        affairs.work()
        case.refresh_from_db()
        assert case.state == "filed"
    with clock.freeze(datetime.fromisoformat("2026-11-23T09:00:00+09:00")):
        affairs.work()

    case.refresh_from_db()
    assert case.state == "accepted"
    assert case.accepted_at == datetime.fromisoformat("2026-11-23T09:00:00+09:00")


def test_two_presses_of_submit_make_one_case() -> None:
    person = affairs.person()
    draft = affairs.draft("food-business-closure", affairs.CLOSURE, person)
    signature = affairs.sign(draft, person)

    from eok.applications.actions.file import file

    first = file(draft_id=draft.pk, signature=signature, by=person)
    second = file(draft_id=draft.pk, signature=signature, by=person)

    assert first.pk == second.pk
    assert Case.objects.count() == 1
