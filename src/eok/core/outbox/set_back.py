"""The machine's clock was set back: what was due before is due still, and not again only when that day comes.

A recurring job never waits longer than its own pause; one that seems to was noted by the old clock, and says
until when that clock ran. Running a job early changes nothing: who does it reads its moment from its case.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction

from eok.core import outbox
from eok.core.models import Job, Schedule

log = logging.getLogger("eok.outbox")

SLACK = timedelta(minutes=2)
"""Less is no jump: machines differ by seconds, and each waits a little after its time has come."""


def mend(now: datetime) -> int:
    """Bring forward what the old clock had made due; returns how many jobs. now: by the clock as it is."""
    ran_until = max(map(_last_run, Schedule.objects.filter(name__in=outbox.schedules())), default=now)
    if ran_until <= now + SLACK:
        return 0
    log.warning("the clock was set back by about %s", ran_until - now)
    return _bring_forward(now, ran_until + SLACK)


def _last_run(row: Schedule) -> datetime:
    return row.next_at - timedelta(seconds=outbox.schedules()[row.name])


@transaction.atomic
def _bring_forward(now: datetime, then: datetime) -> int:
    Schedule.objects.filter(next_at__gt=now).update(next_at=now)
    held = Job.objects.filter(leased_until__gt=now + SLACK)
    held.update(leased_until=None)  # its worker, should it live, finds that it has lost the job
    return Job.objects.filter(dead=False, due_at__gt=now, due_at__lte=then).update(due_at=now)
