"""The applicant takes the application back (민원처리법 §22②)."""

from django.db import transaction

from eok.accounts.models import Person
from eok.casework import actors, record
from eok.casework.access import owned
from eok.casework.events import CaseWithdrawn
from eok.casework.models import Case
from eok.core import events
from eok.core.keyed import Key


@transaction.atomic
def withdraw(*, case_id: Key, reason: str, by: Person) -> Case:
    """Any time before the decision. Raises StateError afterwards."""
    case = owned(record.locked(case_id), by)
    event = record.append(case, "withdraw", by=actors.resident(by), details={"reason": reason})
    events.publish(CaseWithdrawn(str(case.pk), event.sequence, event.at))
    return case
