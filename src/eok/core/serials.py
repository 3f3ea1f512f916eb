"""Serial numbers without gaps: the number is taken in the transaction that uses it."""

from django.db import transaction

from eok.core.models import Serial


@transaction.atomic
def next_number(series: str) -> int:
    """The next whole number of a series, from 1. Waits for other takers of the same series."""
    Serial.objects.get_or_create(series=series)
    row = Serial.objects.select_for_update().get(series=series)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
