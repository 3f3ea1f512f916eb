"""The tax office tells of a payment in any order, twice, late, wrongly or never: it counts once."""

from datetime import timedelta

import pytest

from eok.casework.models import Case
from eok.core import clock
from eok.linkage.ports import TaxSettlement, TaxState
from eok.payments.actions.settle import hear
from eok.payments.models import LicenceTax, Settlement
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def owed() -> LicenceTax:
    """A granted case whose tax was demanded under bill 11-1."""
    case = affairs.granted_mail_order()
    LicenceTax.objects.filter(case=case).update(state="demanded", bill_no="11-1")
    return LicenceTax.objects.get(case=case)


def paid(**changed: object) -> TaxSettlement:
    values = {
        "bill_no": "11-1",
        "state": TaxState.PAID,
        "paid_at": clock.now(),
        "receipt_no": "R-1",
        "won": 40_500,
    }
    return TaxSettlement(**{**values, **changed})  # type: ignore[arg-type]  # a test's shorthand


def state_of(owed: LicenceTax) -> str:
    affairs.work()
    return Case.objects.get(pk=owed.case_id).state


def test_a_payment_told_once_brings_the_certificate(owed: LicenceTax) -> None:
    assert hear(paid(), source="callback")

    assert state_of(owed) == "completed"


def test_told_twice_it_counts_once(owed: LicenceTax) -> None:
    assert hear(paid(), source="callback")
    assert not hear(paid(), source="callback")
    assert not hear(paid(), source="polling")

    assert Settlement.objects.count() == 1
    assert state_of(owed) == "completed"


def test_a_cancellation_before_the_payment_changes_nothing(owed: LicenceTax) -> None:
    assert not hear(paid(state=TaxState.CANCELLED, receipt_no=None, paid_at=None), source="callback")

    assert state_of(owed) == "awaiting_tax"
    assert hear(paid(), source="callback")


def test_a_late_payment_counts(owed: LicenceTax) -> None:
    with clock.freeze(clock.now() + timedelta(days=60)):
        assert hear(paid(), source="polling")


def test_a_wrong_amount_is_written_down_and_not_used(owed: LicenceTax) -> None:
    assert not hear(paid(won=40_000), source="callback")

    assert "금액" in Settlement.objects.get().remark
    assert state_of(owed) == "awaiting_tax"


def test_a_bill_that_is_not_ours_is_written_down(owed: LicenceTax) -> None:
    assert not hear(paid(bill_no="99-9"), source="callback")

    assert Settlement.objects.get().used is False


def test_a_second_payment_of_the_same_bill_is_kept_for_a_refund(owed: LicenceTax) -> None:
    hear(paid(), source="callback")

    assert not hear(paid(receipt_no="R-2"), source="callback")
    assert Settlement.objects.filter(used=False, receipt_no="R-2").exists()
