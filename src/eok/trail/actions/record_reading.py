"""Write down that somebody looked at personal data."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from eok.core import clock
from eok.core.prepared import insert
from eok.trail.acts import Act
from eok.trail.models import Reading


@dataclass(frozen=True)
class Reader:
    """Who looked, and from where."""

    kind: str
    """officer, resident, system."""
    id: str
    department: str = ""
    address: str = ""
    """Masked."""


def record_reading(
    *, reader_kind: str, reader: str, subject: str, purpose: str, count: int = 1, act: Act = Act.LOOK
) -> Reading:
    """Durable before the page leaves.

    reader_kind: officer, resident, system.  subject: `case:<id>`, `list:<name>`, `upload:<id>`, `certificate:<id>`.
    Law: 개인정보 보호법 시행령 §30①3.
    """
    return record(Reader(reader_kind, reader), subject, purpose, act=act, count=count)


def record(reader: Reader, subject: str, purpose: str, *, act: Act = Act.LOOK, count: int = 1) -> Reading:
    """As `record_reading`, with the reader's department and place (접속지)."""
    reading = _row(reader, subject, purpose, act, count)
    insert(reading)
    return reading


@transaction.atomic
def record_all(reader: Reader, subjects: Iterable[str], purpose: str, *, act: Act) -> None:
    """One line for each subject, all of them or none."""
    for subject in subjects:
        insert(_row(reader, subject, purpose, act, 1))


def _row(reader: Reader, subject: str, purpose: str, act: Act, count: int) -> Reading:
    return Reading(
        at=clock.now(),
        reader_kind=reader.kind,
        reader=reader.id,
        subject=subject,
        purpose=purpose,
        count=count,
        act=act,
        department=reader.department,
        address=reader.address,
    )
