"""The worker's loop: claim, do, delete; a job whose worker died is claimed again after its lease.

The claim is an update filtered on "free", its row count compared with 1: a lock with no lock.
"""

import json
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from eok.core import clock, outbox
from eok.core.models import Job, Schedule
from eok.core.outbox import set_back
from eok.core.payloads import UnknownVersionError
from eok.core.prepared import MOMENT, NUMBER, Change, Rows, Slot, numbered, slots

log = logging.getLogger("eok.outbox")

LEASE = timedelta(seconds=60)
BATCH = 20
MAX_ATTEMPTS = 12
PAUSES = (1, 5, 15, 60, 300, 900, 3600)


class LeaseLostError(Exception):
    """We were too slow and another worker has the job now; our effects are undone."""


class PermanentError(Exception):
    """Trying again can't help: the job goes to the dead letters at once."""


_HOPELESS = (PermanentError, UnknownVersionError)


def work_once(batch: int = BATCH) -> int:
    """Do the jobs that are due now, up to `batch`; returns how many were tried."""
    due = _claim(batch)
    for job in due:
        _do(job)
    return len(due)


def drain(limit: int = 10_000) -> int:
    """Work until nothing is due (tests, commands)."""
    done = 0
    while done < limit and (n := work_once()):
        done += n
    return done


def run_schedules() -> int:
    """Enqueue the recurring jobs whose time has come."""
    now = clock.now()
    set_back.mend(now)
    started = 0
    for name, seconds in outbox.schedules().items():
        row, _ = Schedule.objects.get_or_create(name=name, defaults={"next_at": now})
        with transaction.atomic():
            claimed = Schedule.objects.filter(pk=name, next_at=row.next_at, next_at__lte=now)
            if claimed.update(next_at=now + timedelta(seconds=seconds)) == 1:
                outbox.enqueue(name, {}, key="scheduled")
                started += 1
    return started


def _claim(batch: int) -> list[Job]:
    now = clock.now()
    if not _ANY_DUE.all(now=now):  # an idle worker never stands in the writers' queue
        return []
    with transaction.atomic():
        jobs = _first_due(batch).all(now=now)
        if jobs:
            _lease(len(jobs)).run(until=now + LEASE, **numbered("id", (job.pk for job in jobs)))
    for job in jobs:
        job.leased_until = now + LEASE
    return jobs


def _due() -> QuerySet[Job]:
    now = Slot("now", MOMENT)
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    return Job.objects.filter(free, dead=False, due_at__lte=now).order_by("due_at", "id")


_ANY_DUE = Rows(lambda: _due().values_list("pk")[:1])
_MINE = Change(lambda: Job.objects.filter(pk=Slot("id", NUMBER), leased_until=Slot("until", MOMENT)))


@cache
def _lease(count: int) -> Change:
    return Change(
        lambda: Job.objects.filter(pk__in=slots("id", count, NUMBER)),
        leased_until=Slot("until", MOMENT),
        attempts=F("attempts") + 1,
    )


@cache
def _first_due(batch: int) -> Rows[Job]:
    def build() -> QuerySet[Job]:
        skips = connection.features.has_select_for_update_skip_locked
        return (_due().select_for_update(skip_locked=True) if skips else _due())[:batch]

    return Rows(build)


def _do(job: Job) -> None:
    """One job. Its database effects and its removal share a transaction."""
    handler = outbox.handlers().get(job.name)
    try:
        if handler is None:
            raise PermanentError(f"{job.name}을(를) 맡은 곳이 없습니다")
        payload = outbox.spelling(job.name).read(json.loads(job.payload), job.name)
        payload["job_key"] = f"{job.name}:{job.key}"
        _finish(job, handler, payload)
    except Exception as error:  # whatever a handler raises must not stop the worker
        log.warning("job %s %s failed: %s", job.name, job.pk, type(error).__name__, exc_info=True)
        _put_back(job, error)


def _finish(job: Job, handler: Callable[[Mapping[str, Any]], None], payload: Mapping[str, Any]) -> None:
    if outbox.is_outside(job.name):
        handler(payload)  # network first, in no transaction; the peer knows the key
        _remove(job)
        return
    with transaction.atomic():
        handler(payload)
        if _remove(job) != 1:
            raise LeaseLostError(job.name)


def _remove(job: Job) -> int:
    """1, or 0 when somebody took it over after our lease ran out."""
    return _MINE.run(id=job.pk, until=job.leased_until)


def _put_back(job: Job, error: Exception) -> None:
    attempts = job.attempts + 1
    pause = PAUSES[min(attempts - 1, len(PAUSES) - 1)]
    with transaction.atomic():
        Job.objects.filter(pk=job.pk, leased_until=job.leased_until).update(
            leased_until=None,
            due_at=clock.now() + timedelta(seconds=pause),
            dead=attempts >= MAX_ATTEMPTS or isinstance(error, _HOPELESS),
            last_error=f"{type(error).__name__}: {error}"[:300],
        )


def next_due() -> datetime | None:
    """When the earliest waiting job wants to run."""
    return Job.objects.filter(dead=False).order_by("due_at").values_list("due_at", flat=True).first()
