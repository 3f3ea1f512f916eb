"""Every hour what the gate need not remember goes: full buckets, stays that ended, old reports."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from eok.core import clock, outbox
from eok.gate import machine_time, stays
from eok.gate.models import Bucket, PolicyReport

JOB = "gate.sweep"
EVERY_SECONDS = 3600
REPORTS_KEPT = timedelta(days=90)


@outbox.job(JOB)
def sweep(payload: Mapping[str, Any]) -> None:
    """`JOB`: safe to run at any time, any number of times."""
    Bucket.objects.filter(free_at__lt=machine_time.exact()).delete()
    PolicyReport.objects.filter(last_at__lt=clock.now() - REPORTS_KEPT).delete()
    stays.sweep()


def schedule() -> None:
    outbox.every(JOB, EVERY_SECONDS)
