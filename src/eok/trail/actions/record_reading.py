"""Write down that somebody looked at personal data."""

from eok.core import clock
from eok.core.prepared import insert
from eok.trail.models import Reading


def record_reading(*, reader_kind: str, reader: str, subject: str, purpose: str, count: int = 1) -> Reading:
    """Durable before the page leaves.

    reader_kind: officer, resident, system.  subject: `case:<id>`, `list:<name>`, `upload:<id>`, `certificate:<id>`.
    Law: 개인정보 보호법 시행령 §30①3.
    """
    reading = Reading(
        at=clock.now(),
        reader_kind=reader_kind,
        reader=reader,
        subject=subject,
        purpose=purpose,
        count=count,
    )
    insert(reading)
    return reading
