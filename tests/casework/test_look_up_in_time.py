"""Look-ups that fail, come late, come twice or say something else: every answer is kept, none replaces another."""

from datetime import timedelta

import pytest
from pytest_django import Settings

from eok.accounts.models import Officer
from eok.applications.models import RecordLookUp
from eok.casework import look_ups, reviews
from eok.casework.actions.look_up import look_up
from eok.casework.actions.note_look_up import Seen, note_look_up
from eok.casework.models import Case
from eok.core import clock
from eok.core.models import Job
from eok.core.outbox import worker
from eok.linkage import ports
from eok.linkage.errors import LinkageError
from tests import affairs
from tests.casework import sources
from tests.casework.sources import OTHER, PAPER, RIGHT, fails, found, saying
from tests.desk import rooms

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

DOWN = LinkageError("shared_records", "답이 오지 않았습니다.", retryable=True)
NO = LinkageError("shared_records", "거절했습니다.", retryable=False)


@pytest.fixture(autouse=True)
def scripted(settings: Settings) -> None:
    settings.EOK_SHARED_RECORDS = "tests.casework.sources.Scripted"


def test_after_acceptance_the_source_is_asked_by_itself() -> None:
    with saying(found(RIGHT)):
        case = _accepted()

    assert (_check(case).result, _check(case).by) == ("ok", "system:eok")
    assert [(row.state, row.reference_no, row.source) for row in _rows(case)] == [
        ("found", "L1", "국세청(시험용)")
    ]
    assert sources.asked[0].consent_id == str(_rows(case)[0].consent_id)


def test_an_outage_is_asked_again_as_the_same_look_up() -> None:
    with saying(fails(DOWN), found(RIGHT)):
        case = _filed()
        worker.drain()
        waits = [one.paper.id for one in look_ups.waiting([case.department])]
        with clock.freeze(clock.now() + timedelta(seconds=2)):
            worker.drain()

    assert waits == [PAPER]
    assert len({lookup.key for lookup in sources.asked}) == 1
    assert [(row.state, row.attempts) for row in _rows(case)] == [("found", 2)]
    assert look_ups.waiting([case.department]) == []


def test_a_refusal_is_left_to_an_officer() -> None:
    with saying(fails(NO)):
        case = _accepted()

    assert len(sources.asked) == 1
    assert (_rows(case)[0].state, _check(case).result) == ("refused", "look")
    assert not Job.objects.filter(name__contains="look_up").exists()


def test_asked_twice_the_same_answer_changes_nothing() -> None:
    with saying(found(RIGHT)):
        case = _accepted()
        look_up(case_id=case.pk, paper_id=PAPER, by=rooms.clerk())

    assert [row.disputed for row in _rows(case)] == [False, False]
    assert _check(case).result == "ok"


def test_a_late_answer_with_other_data_is_kept_beside_and_told() -> None:
    clerk = rooms.clerk()
    case = _filed()

    def slow(lookup: ports.Lookup) -> ports.RecordFound:
        _note(case, clerk)
        return ports.RecordFound(OTHER, "국세청(시험용)", clock.now(), "L9")

    with saying(slow):
        affairs.work()

    late, noted = _rows(case)
    assert (late.state, late.disputed, noted.state) == ("found", True, "noted")
    assert _check(case).result == "look"
    assert _check(case).note.startswith("먼저 본 것과 다른 답이 왔어요.")
    assert [one.known.contradicted for one in look_ups.waiting([case.department])] == [True]
    shown = rooms.text(rooms.unmasked(clerk, case).get(rooms.page(case)))
    assert "늦게 온 답" in shown and "국세청 홈택스" in shown and "푸른책방" in shown


def test_an_officer_says_which_holds_and_both_stay() -> None:
    clerk = rooms.clerk()
    with saying(found(RIGHT), found(OTHER, "L2")):
        case = _accepted()
        look_up(case_id=case.pk, paper_id=PAPER, by=clerk)
    before = _check(case).result

    _note(case, clerk)

    assert (before, _check(case).result) == ("look", "ok")
    assert [row.state for row in _rows(case)] == ["found", "found", "noted"]
    assert look_ups.waiting([case.department]) == []


def test_a_second_answer_to_one_question_gets_a_row_of_its_own() -> None:
    case = _filed()

    def twice(lookup: ports.Lookup) -> ports.RecordFound:
        with saying(found(OTHER, "L2")):
            look_up(case_id=case.pk, paper_id=PAPER, by=rooms.clerk())
        return ports.RecordFound(RIGHT, "국세청(시험용)", clock.now(), "L1")

    with saying(twice):
        affairs.work()

    assert [(row.reference_no, row.attempts) for row in _rows(case)] == [("L2", 2), ("L1", 2)]
    assert _check(case).result == "look"


def test_when_the_case_is_decided_nobody_asks_any_more() -> None:
    with saying(fails(DOWN)):
        case = _filed()
        worker.drain()
        Case.objects.filter(pk=case.pk).update(state="withdrawn")
        with clock.freeze(clock.now() + timedelta(seconds=2)):
            worker.drain()

    assert len(sources.asked) == 1


def _filed() -> Case:
    return affairs.mail_order(affairs.person())


def _accepted() -> Case:
    case = _filed()
    affairs.work()
    return Case.objects.get(pk=case.pk)


def _note(case: Case, clerk: Officer) -> None:
    seen = Seen("국세청 홈택스", "5512-0001", clock.seoul_now().date(), "ok", "")
    note_look_up(case_id=case.pk, paper_id=PAPER, seen=seen, by=clerk)


def _rows(case: Case) -> list[RecordLookUp]:
    return list(RecordLookUp.objects.filter(draft_id=case.application.draft_id).order_by("number"))


def _check(case: Case) -> reviews.Checked:
    rows = {row.item.id: row for row in reviews.review_list(Case.objects.get(pk=case.pk))}
    return rows[PAPER]
