"""What a granted case does to an entry that is there: change, suspend, resume, close, succeed, reissue."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from eok.licences import record
from eok.licences.details import Details
from eok.licences.held import locked
from eok.licences.models import Licence, LicenceEvent
from eok.licences.record import Who


@transaction.atomic
def amend(
    licence: Licence,
    verb: str,
    *,
    content: Mapping[str, str],
    on: date,
    by: Who,
    ended_on: date | None = None,
) -> LicenceEvent:
    """Once a case: a second call gives the event of the first. Raises LicenceStateError.

    content: columns that the case says something about; what it leaves empty stays as it was.
    """
    held = locked(licence.pk)
    known = LicenceEvent.objects.filter(licence=held, origin=by.origin, verb=verb).first()
    if known is not None:
        return known
    said = Details(content={key: value for key, value in content.items() if value}, ended_on=ended_on)
    return record.append(held, verb, said, on=on, by=by)
