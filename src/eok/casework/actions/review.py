"""Note the result of a check."""

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import permissions, record, reviews
from eok.casework.models import Review
from eok.core.errors import InvalidError
from eok.core.keyed import Key


@transaction.atomic
def note_result(*, case_id: Key, item_id: str, result: str, note: str, by: Officer) -> Review:
    """result: ok, not_ok or not_applicable."""
    case = record.locked(case_id)
    permissions.require_in_work(case, by)
    if item_id not in {item.id for item in reviews.applying(case)}:
        raise InvalidError("이 사건에서 확인할 것이 아닙니다. 화면을 새로 고쳐 주세요.", item_id)
    if result not in reviews.SETTLED:
        raise InvalidError("맞음, 다름, 해당 없음 가운데 골라 주세요.", item_id)
    return reviews.write(case, item_id, result, by=f"officer:{by.pk}", note=note)
