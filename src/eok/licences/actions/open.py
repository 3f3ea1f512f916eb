"""A new entry with the next number of its register and year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from eok.core import events
from eok.core.keys import keyring
from eok.core.serials import next_number
from eok.licences import record
from eok.licences.details import Details
from eok.licences.events import LicenceWritten
from eok.licences.ledger import Line
from eok.licences.models import Licence
from eok.licences.record import Who


@dataclass(frozen=True)
class Entry:
    """What the register keeps of a grant."""

    register: str
    on: date
    content: Mapping[str, str]
    """By column (`columns.py`)."""
    by: Who


@transaction.atomic
def open_licence(entry: Entry, *, number_pattern: str) -> Licence:
    """number_pattern: the district's, e.g. `제{year}-서울서초-{serial:05d}호`."""
    serial = next_number(series(entry.register, entry.on.year))
    number = number_pattern.format(year=entry.on.year, serial=serial)
    licence = Licence(
        register=entry.register,
        licence_no=number,
        wrapped_key=keyring().new_data_key(),
        origin=entry.by.origin,
    )
    said = Details(content=dict(entry.content), register=entry.register, licence_no=number)
    event, line = record.prepare(licence, Line(), "opened", said, on=entry.on, by=entry.by)
    record.describe(licence, line)
    licence.save(force_insert=True)
    event.save(force_insert=True)
    events.publish(LicenceWritten(str(licence.pk), event.sequence, "opened", "keep"))
    return licence


def series(register: str, year: int) -> str:
    """Name of the row of numbers of a register and year."""
    return f"licence:{register}:{year}"
