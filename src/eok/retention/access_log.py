"""접속기록: rows are deleted when their days are over, once the district has set them (개인정보 보호법 §21①).

The notice sets the least (개인정보의 안전성 확보조치 기준 제8조 1항: a year, two for large or sensitive systems); no reading is
deleted before.
"""

from datetime import datetime, timedelta

from django.db import models, transaction

from eok.accounts.models import SignInRecord
from eok.core import clock
from eok.retention.table import table
from eok.trail.models import Reading, Unmasking

CLASS = "access_log"
LEAST_DAYS = 365
BATCH = 5000
ROWS: tuple[tuple[type[models.Model], str], ...] = (
    (Unmasking, "reading__at"),
    (Reading, "at"),
    (SignInRecord, "at"),
)
"""Each with when it was written; what hangs on a reading goes first."""


def delete_old() -> int:
    """How many lines went."""
    kind = table().classes[CLASS]
    if not kind.is_sure or kind.days is None or kind.days < LEAST_DAYS:
        return 0
    before = clock.now() - timedelta(days=kind.days)
    return sum(_delete(model, moment, before) for model, moment in ROWS)


@transaction.atomic
def _delete(model: type[models.Model], moment: str, before: datetime) -> int:
    old = (
        model._default_manager.filter(**{f"{moment}__lt": before}).order_by("pk").values_list("pk", flat=True)
    )
    return model._default_manager.filter(pk__in=list(old[:BATCH])).delete()[0]
