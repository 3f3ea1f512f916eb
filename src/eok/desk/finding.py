"""The officer of a request, and the case of an address if it lies with the officer's department."""

from typing import cast

from django.http import HttpRequest

from eok.accounts.models import Officer
from eok.casework.access import CaseNotFoundError
from eok.casework.models import Case


def officer_of(request: HttpRequest) -> Officer:
    return cast(Officer, request.officer)  # type: ignore[attr-defined]  # set by accounts' middleware


def case_of(officer: Officer, case_id: object) -> Case:
    """Raises CaseNotFoundError also for a case of another department."""
    rows = Case.objects.select_related("application__version", "application__person", "officer")
    case = rows.filter(pk=case_id, department=officer.department).first()
    if case is None:
        raise CaseNotFoundError
    return case
