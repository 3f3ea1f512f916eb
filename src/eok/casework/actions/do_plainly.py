"""Any verb that only moves the case: its row in the lifecycle table says all there is to it.

What such a verb is for, its article and its effect on the clock stand in the row; nothing else has to be written.
"""

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import actors, lifecycle, permissions, record
from eok.casework.events import CaseMoved
from eok.casework.lifecycle import Reason
from eok.casework.models import Case
from eok.core import events
from eok.core.errors import InvalidError
from eok.core.keyed import Key


@transaction.atomic
def do_plainly(*, case_id: Key, verb: str, reason: str, by: Officer) -> Case:
    """Raises NotFoundError for a verb that is not plain, StateError, NotAllowedError, InvalidError."""
    row = lifecycle.plain_row(verb)
    case = record.locked(case_id)
    permissions.require(case, verb, by)
    if row.plain is Reason.REQUIRED and not reason.strip():
        raise InvalidError("까닭을 적어 주세요. 사건 기록에 남습니다.", "reason")
    details = {"reason": reason} if reason.strip() and row.plain is not Reason.NONE else {}
    event = record.append(case, verb, by=actors.officer(by), details=details)
    events.publish(CaseMoved(str(case.pk), event.sequence, event.at))
    return case
