"""Reads of money owed."""

from eok.accounts.models import Person
from eok.casework.lifecycle import ENDED
from eok.casework.models import Case
from eok.core.keyed import Key
from eok.payments import attempts
from eok.payments.models import ClosureHandOver, FeeAttempt, FeeOrder, FeeRefund, LicenceTax


def of_case(case: Case) -> LicenceTax | None:
    return LicenceTax.objects.filter(case=case).first()


def owed_by(person: Person) -> list[LicenceTax]:
    rows = LicenceTax.objects.filter(case__application__person=person, state__in=("demanded", "by_hand"))
    return list(rows.select_related("case__application__version").order_by("due_on"))


def fee_of(case: Case) -> FeeOrder | None:
    """The fee of a case; None: it costs nothing."""
    return FeeOrder.objects.filter(case=case).first()


def fees_owed_by(person: Person) -> list[FeeOrder]:
    """What this person has not paid, oldest first."""
    rows = FeeOrder.objects.filter(case__application__person=person, state="owed")
    return list(rows.exclude(case__state=ENDED).select_related("case__application").order_by("owed_at"))


def visit_of(case: Case, attempt_id: Key) -> FeeAttempt | None:
    """One visit to the gateway for this case's fee; None for any other."""
    return FeeAttempt.objects.filter(pk=attempt_id, order__case=case).first()


def last_visit(order: FeeOrder) -> FeeAttempt | None:
    """The latest, one whose outcome is not known before all others."""
    rows = FeeAttempt.objects.filter(order=order)
    return rows.filter(state__in=attempts.BUSY).first() or rows.order_by("-begun_at").first()


def visits_of(order: FeeOrder) -> list[FeeAttempt]:
    return list(FeeAttempt.objects.filter(order=order).order_by("begun_at"))


def refunds_of(order: FeeOrder) -> list[FeeRefund]:
    return list(FeeRefund.objects.filter(order=order).order_by("wanted_at"))


def refund_waiting(order: FeeOrder, refund_id: Key) -> FeeRefund | None:
    """A refund an officer hands over at the counter."""
    return FeeRefund.objects.filter(pk=refund_id, order=order, state="by_hand").first()


def closure_of(case: Case) -> ClosureHandOver | None:
    """세무서 폐업신고 that was filed along with the case."""
    return ClosureHandOver.objects.filter(case=case).first()
