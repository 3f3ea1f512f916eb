"""접속기록: rows are deleted when their days are over, once the district has set them (개인정보 보호법 §21①).

The notice sets the least (개인정보의 안전성 확보조치 기준 §8①: a year, two for large or sensitive systems); no reading is
deleted before.
"""

from datetime import timedelta

from django.db import models, transaction

from eok.accounts.models import SignInRecord
from eok.core import clock
from eok.retention.table import table
from eok.trail.models import Reading

CLASS = "access_log"
LEAST_DAYS = 365
BATCH = 5000


def delete_old() -> int:
    """How many lines went."""
    kind = table().classes[CLASS]
    if not kind.is_sure or kind.days is None or kind.days < LEAST_DAYS:
        return 0
    before = clock.now() - timedelta(days=kind.days)
    rows: tuple[type[models.Model], ...] = (Reading, SignInRecord)
    return sum(_delete(model, before) for model in rows)


@transaction.atomic
def _delete(model: type[models.Model], before: object) -> int:
    old = model._default_manager.filter(at__lt=before).order_by("pk").values_list("pk", flat=True)[:BATCH]
    return model._default_manager.filter(pk__in=list(old)).delete()[0]
