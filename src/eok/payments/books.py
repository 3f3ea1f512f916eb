"""The books of one order as its rows show them, and what follows: paid, too much, given back.

The caller holds the transaction and the order (`locked`). Everything here is worked out from the entries anew, so it
does not matter in which order they came.
"""

from collections import defaultdict
from datetime import datetime

from django.db.models import Sum

from eok.core import clock, events, outbox
from eok.core.keyed import Key
from eok.core.serials import next_number
from eok.payments.balance import Charge, GivingBack, is_paid, order_state, surplus
from eok.payments.events import FeePaid, FeeRefunded
from eok.payments.models import FeeEntry, FeeOrder, FeeRefund

REFUND_JOB = "payments.refund"


def locked(order_id: Key) -> FeeOrder:
    """Held against other writers until the transaction ends."""
    return FeeOrder.objects.select_for_update().get(pk=order_id)


def write(entry: FeeEntry) -> bool:
    """Write down a movement of money. False when it was written before."""
    _, new = FeeEntry.objects.get_or_create(
        key=entry.key,
        defaults={
            "order": entry.order,
            "attempt": entry.attempt,
            "kind": entry.kind,
            "won": entry.won,
            "at": entry.at,
            "heard_at": clock.now(),
            "source": entry.source,
        },
    )
    return new


def charges(order: FeeOrder) -> list[Charge]:
    """What was taken, oldest first, each with what goes back of it."""
    back: dict[str, int] = defaultdict(int)
    for refund in FeeRefund.objects.filter(order=order):
        back[_id(refund.attempt_id)] += refund.won
    rows = FeeEntry.objects.filter(order=order, kind="charge").order_by("at", "pk")
    return [
        Charge(_id(row.attempt_id), row.won, row.won == order.won, back[_id(row.attempt_id)]) for row in rows
    ]


def refunded_won(order: FeeOrder) -> int:
    found = FeeEntry.objects.filter(order=order, kind="refund").aggregate(won=Sum("won"))
    return int(found["won"] or 0)


def refunded_of_fee(order: FeeOrder) -> int:
    """What went back of the fee itself: sums paid twice or wrongly are none of it."""
    rows = FeeRefund.objects.filter(order=order, state="done").exclude(why="surplus")
    return sum(row.won for row in rows)


def close(order: FeeOrder, *, why: str = "surplus") -> None:
    """Make the order what its books show; what is too much is sent back."""
    known = charges(order)
    if order.paid_at is None and is_paid(known):
        _mark_paid(order)
    for part in surplus(known, order.keep_won):
        want_back(order, part, why)
    order.state = order_state(known, refunded_won(order), order.keep_won)
    order.save()


def want_back(order: FeeOrder, part: GivingBack, why: str) -> FeeRefund:
    """Write that so much shall go back, and who does it: the gateway, or an officer at the counter."""
    state = "to_send" if part.charge_id else "by_hand"
    refund = FeeRefund.objects.create(
        order=order,
        attempt_id=part.charge_id or None,
        won=part.won,
        why=why,
        state=state,
        wanted_at=clock.now(),
    )
    if part.charge_id:
        outbox.enqueue(REFUND_JOB, {"refund_id": str(refund.pk)}, key=str(refund.pk))
    return refund


def mark_back(refund: FeeRefund, *, key: str, at: datetime, way: str) -> None:
    """It went back: one entry has shown it."""
    refund.state, refund.done_at, refund.key = "done", at, key
    refund.save(update_fields=["state", "done_at", "key", "officer"])
    events.publish(FeeRefunded(str(refund.order.case_id), refund.won, refund.why, way, str(refund.pk)))


def _mark_paid(order: FeeOrder) -> None:
    entry = FeeEntry.objects.filter(order=order, kind="charge", won=order.won).order_by("at", "pk")[0]
    year = entry.at.astimezone(clock.SEOUL).year
    order.paid_at = entry.at
    order.way = order.way or "gateway"
    order.receipt_no = f"R{year}-{next_number(f'fee-receipt:{year}'):06d}"
    paid_on = entry.at.astimezone(clock.SEOUL).date().isoformat()
    events.publish(FeePaid(str(order.case_id), entry.won, order.way, order.receipt_no, paid_on))


def _id(attempt_id: object) -> str:
    return str(attempt_id) if attempt_id else ""
