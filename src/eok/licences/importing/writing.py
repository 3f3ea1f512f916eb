"""Good rows become entries, batch by batch: secrets are made before, so that a transaction only inserts.

On SQLite everybody who writes waits while a batch is written; a batch of BATCH rows holds the queue for some
hundredths of a second. A batch that was written stays: running the same file again goes on behind it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from eok.core.keys import keyring
from eok.core.serials import at_least
from eok.licences import record
from eok.licences.actions.open import series
from eok.licences.details import Details
from eok.licences.importing.rows import ImportedRow
from eok.licences.ledger import Line
from eok.licences.models import Licence, LicenceEvent
from eok.licences.record import Who
from eok.offices import queries as offices

BATCH = 200


@dataclass(frozen=True)
class Numbered:
    """A row with its place in the file and what names its content."""

    number: int
    row: ImportedRow
    origin: str


def origin_of(register: str, row: ImportedRow) -> str:
    """Names what a row says, keyed: the same row twice is the same entry."""
    said = "|".join(f"{key}={value}" for key, value in sorted(row.content.items()))
    whole = f"{register}|{row.licence_no}|{row.opened_on}|{row.state}|{row.ended_on}|{said}"
    return f"import:{keyring().digest('licence-import', whole)}"


def there(register: str, rows: Sequence[Numbered]) -> dict[str, str]:
    """Origin of each number the register already holds."""
    numbers = [one.row.licence_no for one in rows]
    known = Licence.objects.filter(register=register, licence_no__in=numbers)
    return dict(known.values_list("licence_no", "origin"))


def write(register: str, rows: Sequence[Numbered]) -> list[Numbered]:
    """One batch; returns the rows whose number somebody else took meanwhile."""
    made = [(one, *_made(register, one)) for one in rows]
    with transaction.atomic():
        taken = there(register, rows)
        new = [(licence, event) for one, licence, event in made if one.row.licence_no not in taken]
        Licence.objects.bulk_create([licence for licence, _ in new])
        LicenceEvent.objects.bulk_create([event for _, event in new])
        _raise_serials(register, [licence.licence_no for licence, _ in new])
    return [one for one, licence, _ in made if taken.get(licence.licence_no, one.origin) != one.origin]


def _made(register: str, one: Numbered) -> tuple[Licence, LicenceEvent]:
    row = one.row
    licence = Licence(
        register=register, licence_no=row.licence_no, wrapped_key=keyring().new_data_key(), origin=one.origin
    )
    said = Details(
        content=row.content,
        register=register,
        licence_no=row.licence_no,
        state=row.state,
        ended_on=row.ended_on,
    )
    by = Who("import", "", one.origin, "공공기록물법 §16")
    event, line = record.prepare(licence, Line(), "imported", said, on=row.opened_on, by=by)
    record.describe(licence, line)
    return licence, event


def _raise_serials(register: str, numbers: Iterable[str]) -> None:
    """The next number of each year lies above what was read in."""
    shape = _shape(offices.number_pattern(register))
    found: dict[int, int] = {}
    for number in numbers:
        if match := shape.fullmatch(number):
            year, serial = int(match["year"]), int(match["serial"])
            found[year] = max(serial, found.get(year, 0))
    for year, serial in sorted(found.items()):
        at_least(series(register, year), serial)


def _shape(pattern: str) -> re.Pattern[str]:
    """`제{year}-{serial:07d}호` as what it matches."""
    parts = re.split(r"(\{year\}|\{serial[^}]*\})", pattern)
    kinds = {"{y": r"(?P<year>\d{4})", "{s": r"(?P<serial>\d{1,12})"}
    return re.compile("".join(kinds.get(part[:2], re.escape(part)) for part in parts))
