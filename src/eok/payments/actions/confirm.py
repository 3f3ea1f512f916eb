"""Back from the gateway: hold the amount against ours, then ask for the money; what is unknown is asked about later.

That the person agreed is kept before anything is asked, with a job: a server that dies here loses nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction

from eok.core import clock, outbox
from eok.core.keyed import Key
from eok.linkage import registry
from eok.linkage.errors import LinkageError, OutcomeUnknownError, PaymentRefusedError
from eok.linkage.ports import PaymentSaid, PaymentState
from eok.payments import attempts
from eok.payments.actions.hear_payment import hear, note
from eok.payments.attempts import News
from eok.payments.models import FeeAttempt

SETTLE_JOB = "payments.settle"
SETTLE_AFTER = timedelta(seconds=30)
"""By then the request of the browser that came back is over."""
OVERDUE = timedelta(minutes=15)
"""A visit nobody told of for so long is asked about."""
NOT_OURS = "AMOUNT_OR_ORDER_DIFFERS"


@dataclass(frozen=True)
class CameBack:
    """What the browser carried; believed in nothing."""

    payment_key: str
    order_no: str
    won: str


def came_back(attempt: FeeAttempt, said: CameBack) -> FeeAttempt:
    """Take the money that was agreed to, if what came back is what we sent out."""
    if (said.payment_key, said.order_no, said.won) != (
        attempt.payment_key,
        attempt.order_no,
        str(attempt.won),
    ):
        return note(attempt, News.REFUSED, failure=NOT_OURS)
    _agreed(attempt)
    return take(attempt)


@transaction.atomic
def _agreed(attempt: FeeAttempt) -> None:
    note(attempt, News.AGREED)
    due = clock.now() + SETTLE_AFTER
    payload = {"attempt_id": str(attempt.pk), "source": "polling"}
    outbox.enqueue(SETTLE_JOB, payload, run_after=due, key=str(attempt.pk))


def take(attempt: FeeAttempt) -> FeeAttempt:
    """Ask the gateway for the money, where the visit calls for it. The same visit takes it once."""
    attempt.refresh_from_db()
    if attempt.state not in attempts.BUSY:
        return attempt
    try:
        said = _confirm(attempt)
    except OutcomeUnknownError:
        return note(attempt, News.SILENT)
    except PaymentRefusedError as error:
        return note(attempt, News.REFUSED, failure=error.code[:60])
    except LinkageError:
        return attempt  # not sent: the job asks again
    hear(said, source="confirm")
    attempt.refresh_from_db()
    return attempt


def ask(attempt: FeeAttempt, *, source: str = "polling") -> FeeAttempt:
    """Ask what became of a visit, and go on where it stopped. Raises LinkageError."""
    FeeAttempt.objects.filter(pk=attempt.pk).update(asked_at=clock.now())
    said = registry.port("payments").status(attempt.order_no)
    if said is None:
        gone = attempt.begun_at < clock.now() - OVERDUE
        return note(attempt, News.ABSENT) if gone else attempt
    hear(said, source=source)
    attempt.refresh_from_db()
    return take(attempt) if said.state is PaymentState.IN_PROGRESS else attempt


@outbox.job(SETTLE_JOB, outside=True)
def settle(payload: Mapping[str, Any]) -> None:
    """After a return or a webhook: ask. A gateway that can't be asked is asked again."""
    ask(FeeAttempt.objects.get(pk=payload["attempt_id"]), source=str(payload["source"]))


@transaction.atomic
def hint(order_no: str) -> bool:
    """A webhook names an order: ask soon, once a minute at most. False: none of ours."""
    found: Key | None = FeeAttempt.objects.filter(order_no=order_no).values_list("pk", flat=True).first()
    if found is None:
        return False
    key = f"{found}:{clock.now():%Y%m%d%H%M}"
    outbox.enqueue(SETTLE_JOB, {"attempt_id": str(found), "source": "webhook"}, key=key)
    return True


def _confirm(attempt: FeeAttempt) -> PaymentSaid:
    return registry.port("payments").confirm(
        payment_key=attempt.payment_key,
        order_no=attempt.order_no,
        won=attempt.won,
        key=f"confirm-{attempt.pk}",
    )
