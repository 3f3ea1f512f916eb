"""A record by the number officers know it by."""

from eok.casework.models import Case
from eok.core import retention
from eok.core.retention import Record
from eok.retention.errors import RecordNotFoundError


def case(number: str) -> Case:
    """By 접수번호 or 신청번호, also while it is open. Raises RecordNotFoundError."""
    rows = Case.objects.exclude(state="ended")
    found = rows.filter(case_no=number).first() or rows.filter(application__application_no=number).first()
    if found is None:
        raise RecordNotFoundError(number)
    return found


def finished(number: str) -> Record:
    """A case nothing more comes to. Raises RecordNotFoundError."""
    found = retention.keepers()["case"].get(str(case(number).pk))
    if found is None:
        raise RecordNotFoundError(number)
    return found
