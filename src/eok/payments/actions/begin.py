"""Leave for the gateway: the visit is written down before the gateway hears of it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from eok.casework import grants
from eok.casework.models import Case
from eok.core import clock
from eok.linkage import registry
from eok.linkage.errors import LinkageError, OutcomeUnknownError
from eok.linkage.ports import Checkout, OpenedCheckout
from eok.payments import attempts, books
from eok.payments.actions.hear_payment import note
from eok.payments.attempts import News
from eok.payments.errors import FeeBusyError, FeeNotFoundError, FeeSettledError
from eok.payments.models import FeeAttempt, FeeOrder


@dataclass(frozen=True)
class Ways:
    """Where the browser comes back: addresses by the visit's id."""

    paid: Callable[[uuid.UUID], str]
    left: Callable[[uuid.UUID], str]


def begin(*, case: Case, ways: Ways) -> FeeAttempt:
    """A visit with an open checkout.

    Raises FeeNotFoundError, FeeSettledError, FeeBusyError, CounterOnlyError, LinkageError (nothing was taken).
    """
    attempt = _prepare(case)
    checkout = Checkout(
        order_no=attempt.order_no,
        won=attempt.won,
        name=f"{grants.service_of(case).name.ko} 수수료",
        paid_url=ways.paid(attempt.pk),
        left_url=ways.left(attempt.pk),
    )
    try:
        return _opened(attempt, registry.port("payments").open(checkout))
    except OutcomeUnknownError:
        raise  # it may be open there: the sweeper asks
    except LinkageError:
        note(attempt, News.ABSENT)
        raise


@transaction.atomic
def _prepare(case: Case) -> FeeAttempt:
    found = FeeOrder.objects.filter(case=case).first()
    if found is None:
        raise FeeNotFoundError
    order = books.locked(found.pk)
    if order.state != "owed":
        raise FeeSettledError
    if FeeAttempt.objects.filter(order=order, state__in=attempts.BUSY).exists():
        raise FeeBusyError
    number = f"fee-{uuid.uuid4().hex}"
    return FeeAttempt.objects.create(order=order, order_no=number, won=order.won, begun_at=clock.now())


@transaction.atomic
def _opened(attempt: FeeAttempt, opened: OpenedCheckout) -> FeeAttempt:
    row = FeeAttempt.objects.select_for_update().get(pk=attempt.pk)
    row.state = attempts.after(row.state, News.OPENED)
    row.payment_key, row.checkout_url = opened.payment_key, opened.url
    row.save(update_fields=["state", "payment_key", "checkout_url"])
    return row
