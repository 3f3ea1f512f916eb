"""`./eok trail check` finds what was done to the record behind the back of the house."""

from datetime import timedelta

import pytest

from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.trail.actions.seal import seal_new
from eok.trail.checking.finding import Kind, Report
from eok.trail.checking.whole import check
from eok.trail.models import Leaf, Seal
from tests import affairs
from tests.trail import planted

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def case() -> Case:
    return planted.sealed_case()


def kinds(report: Report) -> set[Kind]:
    return {found.kind for found in report.findings}


def test_an_untouched_record_is_good(case: Case) -> None:
    report = check()

    assert report.findings == []
    assert (report.chains, report.unsealed, report.seals) == (1, 0, 1)
    assert report.links == case.sequence >= 3


def test_a_changed_event(case: Case) -> None:
    CaseEvent.objects.filter(case=case, sequence=2).update(actor="someone-else")

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CHANGED, 2)
    assert str(case) in found.text and "2번" in found.text and "바뀌었습니다" in found.text


def test_changed_ciphertext(case: Case) -> None:
    CaseEvent.objects.filter(case=case, sequence=1).update(details=b"\x00" * 40)

    assert kinds(check()) == {Kind.CHANGED}


def test_a_removed_event(case: Case) -> None:
    CaseEvent.objects.filter(case=case, sequence=2).delete()

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.REMOVED, 2)
    assert str(case) in found.text and "없습니다" in found.text


def test_a_cut_tail(case: Case) -> None:
    CaseEvent.objects.filter(case=case, sequence=case.sequence).delete()

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CUT, case.sequence)


def test_a_cut_tail_and_a_head_that_fits(case: Case) -> None:
    CaseEvent.objects.filter(case=case, sequence=case.sequence).delete()
    planted.recompute(case)

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CUT, case.sequence)


def test_a_removed_case(case: Case) -> None:
    planted.remove(case)

    [found] = check().findings

    assert found.kind is Kind.GONE
    assert str(case.pk) in found.text and "통째로" in found.text


def test_a_removed_case_and_its_leaves(case: Case) -> None:
    planted.remove(case)
    planted.forget_leaves(case)

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.SEAL, 1)
    assert f"{case.sequence}개 가운데 0개" in found.text


def test_a_recomputed_chain(case: Case) -> None:
    planted.forge(case)

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.RECOMPUTED, 2)
    assert str(case) in found.text and "봉인 1번" in found.text


def test_a_recomputed_chain_without_its_leaves(case: Case) -> None:
    planted.forge(case)
    planted.forget_leaves(case)

    assert kinds(check()) == {Kind.SEAL}


def test_a_recomputed_chain_with_leaves_that_fit(case: Case) -> None:
    planted.forge(case)
    planted.reseal_leaves(case)

    [found] = check().findings

    assert found.kind is Kind.SEAL and "뿌리" in found.text


def test_a_chain_sealed_anew_after_its_leaves_were_removed(case: Case) -> None:
    planted.forge(case)
    planted.forget_leaves(case)
    with clock.freeze(clock.now() + timedelta(days=1)):
        seal_new()

    assert [(found.kind, found.sequence) for found in check().findings] == [(Kind.SEAL, 1)]


def test_a_clock_moved_back_between_two_seals(case: Case) -> None:
    with clock.freeze(clock.now() - timedelta(hours=5)):
        affairs.mail_order(affairs.person())
        seal_new()

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CLOCK, 2)
    assert "시계가 뒤로 갔습니다" in found.text


def test_a_clock_moved_back_between_two_events() -> None:
    case = affairs.mail_order(affairs.person())
    affairs.work()
    with clock.freeze(clock.now() - timedelta(hours=1)):
        planted.withdraw(case)

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CLOCK, 3)


def test_a_clock_moved_back_behind_the_seal_of_the_event_before() -> None:
    case = affairs.mail_order(affairs.person())
    affairs.work()
    with clock.freeze(clock.now() + timedelta(hours=1)):
        seal_new()

    planted.withdraw(case)

    [found] = check().findings
    assert (found.kind, found.sequence) == (Kind.CLOCK, 3)


def test_a_clock_moved_back_between_event_and_seal() -> None:
    affairs.mail_order(affairs.person())
    with clock.freeze(clock.now() - timedelta(hours=1)):
        seal_new()

    assert kinds(check()) == {Kind.CLOCK}


def test_a_changed_seal(case: Case) -> None:
    Seal.objects.update(sealed_at=clock.now() + timedelta(hours=3))

    [found] = check().findings

    assert found.kind is Kind.SEAL and "서명" in found.text


def test_a_removed_seal(case: Case) -> None:
    with clock.freeze(clock.now() + timedelta(hours=1)):
        affairs.mail_order(affairs.person())
        seal_new()
    Leaf.objects.filter(seal=1).delete()
    Seal.objects.filter(pk=1).delete()

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.SEAL, 2)
    assert "앞의 봉인" in found.text


def test_what_came_after_the_last_seal_is_no_fault(case: Case) -> None:
    with clock.freeze(clock.now() + timedelta(hours=1)):
        other = affairs.mail_order(affairs.person())

    report = check()

    assert report.findings == []
    assert report.unsealed == planted.refreshed(other).sequence


def test_a_destroyed_key_leaves_the_record_good(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(wrapped_key=b"", summary=b"")

    assert check().findings == []
