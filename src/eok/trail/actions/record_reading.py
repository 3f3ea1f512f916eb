"""Write down that somebody looked at personal data."""

from django.db import transaction

from eok.core import clock
from eok.trail.models import Reading


@transaction.atomic
def record_reading(*, reader_kind: str, reader: str, subject: str, purpose: str, count: int = 1) -> Reading:
    """Durable before the page leaves.

    reader_kind: officer, resident, system.  subject: `case:<id>`, `list:<name>`, `upload:<id>`, `certificate:<id>`.
    Law: 개인정보 보호법 시행령 §30①3.
    """
    return Reading.objects.create(
        at=clock.now(),
        reader_kind=reader_kind,
        reader=reader,
        subject=subject,
        purpose=purpose,
        count=count,
    )
