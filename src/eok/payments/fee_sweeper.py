"""Asks the gateway about what nobody told us of: visits older than 15 minutes every minute, everything again daily."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from eok.core import clock, events, outbox
from eok.linkage.errors import LinkageError
from eok.offices import queries as offices
from eok.payments import attempts, books
from eok.payments.actions.confirm import OVERDUE, ask
from eok.payments.events import FeeReminded
from eok.payments.models import FeeAttempt, FeeOrder, FeeRefund

SWEEP_JOB, DAILY_JOB = "payments.sweep_fees", "payments.look_through_fees"
SWEEP_SECONDS, DAILY_SECONDS = 60, 24 * 60 * 60
ASK_AGAIN = timedelta(minutes=1)
LOOK_BACK = timedelta(days=3)
"""Visits that ended unpaid are asked about once more so long: money may have been taken after all."""
BATCH = 200


@outbox.job(SWEEP_JOB, outside=True)
def sweep(payload: Mapping[str, Any]) -> None:
    """Recurring: visits under way for 15 minutes, and those whose outcome is unknown for a minute."""
    now = clock.now()
    late = Q(state__in=("prepared", "opened"), begun_at__lt=now - OVERDUE)
    busy = Q(state__in=attempts.BUSY, begun_at__lt=now - ASK_AGAIN)
    rows = FeeAttempt.objects.filter(late | busy)
    asked_before = Q(asked_at__isnull=True) | Q(asked_at__lt=now - ASK_AGAIN)
    _ask_all(rows.filter(asked_before).order_by("asked_at", "begun_at")[:BATCH])


@outbox.job(DAILY_JOB, outside=True)
def look_through(payload: Mapping[str, Any]) -> None:
    """Daily: what ended unpaid lately, refunds that did not go, and fees that nobody paid."""
    since = clock.now() - LOOK_BACK
    _ask_all(
        FeeAttempt.objects.filter(state__in=attempts.ENDED_UNPAID, begun_at__gt=since).order_by("begun_at")
    )
    send_refunds_again()
    remind()


def send_refunds_again() -> int:
    """Each refund that has not gone is tried anew; by the gateway's idempotency it goes once."""
    late = clock.now() - OVERDUE
    waiting = list(FeeRefund.objects.filter(state__in=("to_send", "stuck"), wanted_at__lt=late))
    with transaction.atomic():
        for refund in waiting:
            key = f"{refund.pk}:{clock.now():%Y%m%d}"
            outbox.enqueue(books.REFUND_JOB, {"refund_id": str(refund.pk)}, key=key)
    return len(waiting)


def remind() -> int:
    """Tell of an unpaid fee once more, some days after the filing; nothing is refused for it."""
    before = clock.now() - timedelta(days=offices.fee_rule().remind_after_days)
    rows = list(FeeOrder.objects.filter(state="owed", reminded_at=None, owed_at__lt=before)[:BATCH])
    for order in rows:
        with transaction.atomic():
            still = FeeOrder.objects.filter(pk=order.pk, state="owed", reminded_at=None)
            if still.update(reminded_at=clock.now()):
                events.publish(FeeReminded(str(order.case_id), order.won))
    return len(rows)


def _ask_all(rows: Iterable[FeeAttempt]) -> None:
    """One that can't be asked now is asked next time."""
    for attempt in rows:
        try:
            ask(attempt)
        except LinkageError:
            continue
