"""What the gateway answered about a visit is written into the books; in any order, twice, late.

Only answers to our own questions come here: what a browser or a webhook says is no answer.
"""

from django.db import transaction

from eok.core import clock
from eok.linkage.ports import PaymentSaid
from eok.payments import attempts, books
from eok.payments.attempts import News
from eok.payments.models import FeeAttempt, FeeEntry, FeeOrder, FeeRefund


@transaction.atomic
def hear(said: PaymentSaid, *, source: str) -> bool:
    """False when the order number is none of ours; then nothing is written and 대사 shows it."""
    order_id = FeeAttempt.objects.filter(order_no=said.order_no).values_list("order_id", flat=True).first()
    if order_id is None:
        return False
    order = books.locked(order_id)
    attempt = FeeAttempt.objects.select_for_update().get(order_no=said.order_no)
    _move(attempt, said)
    if said.state.took_money:
        at = said.approved_at or clock.now()
        books.write(FeeEntry(order=order, attempt=attempt, kind="charge", won=said.won, key=said.order_no, at=at,
                             source=source))  # fmt: skip
        _give_backs(order, attempt, said, source)
    books.close(order)
    return True


@transaction.atomic
def note(attempt: FeeAttempt, news: News, *, failure: str = "") -> FeeAttempt:
    """News that moved no money: opened, left, silent, refused, gone."""
    row = FeeAttempt.objects.select_for_update().get(pk=attempt.pk)
    row.state = attempts.after(row.state, news)
    row.failure = failure or row.failure
    row.save(update_fields=["state", "failure"])
    return row


def _move(attempt: FeeAttempt, said: PaymentSaid) -> None:
    news = attempts.news_of(said.state, said_won=said.won, owed_won=attempt.won)
    attempt.state = attempts.after(attempt.state, news)
    attempt.payment_key = attempt.payment_key or said.payment_key
    attempt.method, attempt.failure = said.method or attempt.method, said.failure or attempt.failure
    attempt.save(update_fields=["state", "payment_key", "method", "failure"])


def _give_backs(order: FeeOrder, attempt: FeeAttempt, said: PaymentSaid, source: str) -> None:
    for one in said.cancels:
        key = f"{said.order_no}:{one.transaction_key}"
        entry = FeeEntry(
            order=order, attempt=attempt, kind="refund", won=one.won, key=key, at=one.at, source=source
        )
        if books.write(entry):
            books.mark_back(_wanted(order, attempt, one.won), key=key, at=one.at, way="gateway")


def _wanted(order: FeeOrder, attempt: FeeAttempt, won: int) -> FeeRefund:
    """The refund this giving back is. Nobody of ours asked for it (the gateway's own console): then it is written now."""
    waiting = FeeRefund.objects.filter(attempt=attempt, won=won, state__in=("to_send", "stuck"))
    found = waiting.order_by("wanted_at").first()
    if found is not None:
        return found
    order.keep_won = max(0, order.keep_won - won)
    return FeeRefund.objects.create(
        order=order, attempt=attempt, won=won, why="officer", state="to_send", wanted_at=clock.now()
    )
