"""Reads of money owed."""

from eok.accounts.models import Person
from eok.casework.models import Case
from eok.payments.models import ClosureHandOver, LicenceTax


def of_case(case: Case) -> LicenceTax | None:
    return LicenceTax.objects.filter(case=case).first()


def owed_by(person: Person) -> list[LicenceTax]:
    rows = LicenceTax.objects.filter(case__application__person=person, state__in=("demanded", "by_hand"))
    return list(rows.select_related("case__application__version").order_by("due_on"))


def closure_of(case: Case) -> ClosureHandOver | None:
    """세무서 폐업신고 that was filed along with the case."""
    return ClosureHandOver.objects.filter(case=case).first()
