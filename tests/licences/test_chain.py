"""The register's events are chained and sealed as those of cases: what is done behind its back is found."""

import pytest

from eok.licences.models import Licence, LicenceEvent
from eok.trail.actions.seal import seal_new
from eok.trail.checking.finding import Kind
from eok.trail.checking.whole import check
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def licence() -> Licence:
    made = entries.opened()
    entries.happen(made, "suspended")
    entries.happen(made, "resumed")
    seal_new()
    return entries.fresh(made)


def kinds() -> set[Kind]:
    return {found.kind for found in check().findings}


def test_an_untouched_entry_is_good_and_sealed(licence: Licence) -> None:
    report = check()

    assert report.findings == []
    assert (report.chains, report.links, report.unsealed) == (1, 3, 0)


def test_a_changed_event_is_found_by_its_number(licence: Licence) -> None:
    LicenceEvent.objects.filter(licence=licence, sequence=2).update(law="없던 근거")

    [found] = check().findings

    assert (found.kind, found.sequence) == (Kind.CHANGED, 2)
    assert licence.licence_no in found.text


def test_changed_ciphertext(licence: Licence) -> None:
    LicenceEvent.objects.filter(licence=licence, sequence=1).update(details=b"\x00" * 40)

    assert kinds() == {Kind.CHANGED}


def test_a_removed_event(licence: Licence) -> None:
    LicenceEvent.objects.filter(licence=licence, sequence=2).delete()

    assert Kind.REMOVED in kinds()


def test_a_cut_tail(licence: Licence) -> None:
    LicenceEvent.objects.filter(licence=licence, sequence=3).delete()

    assert Kind.CUT in kinds()


def test_a_removed_entry(licence: Licence) -> None:
    LicenceEvent.objects.filter(licence=licence).delete()
    licence.delete()

    assert kinds() == {Kind.GONE}
