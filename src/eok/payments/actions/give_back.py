"""A fee goes back: by the district's rule after withdrawal, return or refusal, and by hand.

No statute read says what goes back (미확인); the share is the district's rule of the day of filing (지방자치법 §156①).
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework.events import CaseEventHappened, CaseRefused, CaseReturned
from eok.casework.models import Case
from eok.core import clock, outbox
from eok.core.keyed import Key
from eok.linkage import registry
from eok.linkage.errors import OutcomeUnknownError, PaymentRefusedError
from eok.payments import books
from eok.payments.actions.hear_payment import hear
from eok.payments.balance import is_paid
from eok.payments.errors import FeeNotFoundError, TooMuchBackError
from eok.payments.models import REASONS, FeeEntry, FeeOrder, FeeRefund
from eok.rules.fees import kept


@transaction.atomic
def give_back(event: CaseEventHappened) -> None:
    """`later` reaction to the end of a case without a grant: nothing more is asked, and the share goes back."""
    found = FeeOrder.objects.filter(case_id=event.case_id).first()
    if found is None:
        return
    order = books.locked(found.pk)
    why, percent = _share(order, event)
    paid = is_paid(books.charges(order))
    order.keep_won = min(order.keep_won, kept(order.won, percent) if paid else 0)
    books.close(order, why=why)


@transaction.atomic
def give_back_by_hand(*, order_id: Key, won: int, by: Officer) -> FeeOrder:
    """An officer gives a part back: paid by mistake (과오납), or the district owes it. Raises TooMuchBackError."""
    order = books.locked(order_id)
    if not is_paid(books.charges(order)) or not 0 < won <= order.keep_won:
        raise TooMuchBackError(order.keep_won if order.paid_at else 0)
    order.keep_won -= won
    books.close(order, why="officer")
    FeeRefund.objects.filter(order=order, why="officer", officer=None, done_at=None).update(officer=by)
    return order


@transaction.atomic
def note_back_at_counter(*, refund_id: Key, by: Officer) -> FeeRefund:
    """The officer handed the money over at the counter."""
    refund = FeeRefund.objects.filter(pk=refund_id, state="by_hand").select_related("order").first()
    if refund is None:
        raise FeeNotFoundError
    order, now = books.locked(refund.order_id), clock.now()
    refund.order, refund.officer = order, by
    key = f"counter:{refund.pk}"
    books.write(
        FeeEntry(order=order, attempt=None, kind="refund", won=refund.won, key=key, at=now, source="officer")
    )
    books.mark_back(refund, key=key, at=now, way=order.way)
    books.close(order)
    return refund


@outbox.job(books.REFUND_JOB, outside=True)
def send_back(payload: Mapping[str, Any]) -> None:
    """Ask the gateway to give it back. The same refund goes back once, however often this runs."""
    refund = FeeRefund.objects.select_related("attempt", "order").get(pk=payload["refund_id"])
    if refund.state not in ("to_send", "stuck") or refund.attempt is None:
        return
    port, attempt = registry.port("payments"), refund.attempt
    try:
        said = port.cancel(payment_key=attempt.payment_key, won=refund.won, reason=REASONS[refund.why],
                           key=f"refund-{refund.pk}")  # fmt: skip
    except (PaymentRefusedError, OutcomeUnknownError) as error:
        _look(refund, attempt.order_no, refused=isinstance(error, PaymentRefusedError))
        return
    hear(said, source="cancel")


def _look(refund: FeeRefund, order_no: str, *, refused: bool) -> None:
    """The answer was no, or none: what the gateway shows decides. Raises OutcomeUnknownError to be asked again."""
    said = registry.port("payments").status(order_no)
    if said is not None:
        hear(said, source="polling")
    refund.refresh_from_db()
    if refund.state == "done":
        return
    if not refused:
        raise OutcomeUnknownError("payments", "돌려주었는지 아직 알 수 없습니다. 곧 다시 확인합니다.")
    FeeRefund.objects.filter(pk=refund.pk, state="to_send").update(state="stuck")


def _share(order: FeeOrder, event: CaseEventHappened) -> tuple[str, int]:
    """Why, and how many percent, by the rule frozen at filing."""
    rule = order.refund_rule
    if isinstance(event, CaseReturned):
        return "returned", int(rule["returned"])
    if isinstance(event, CaseRefused):
        return "refused", int(rule["refused"])
    accepted = Case.objects.get(pk=event.case_id).accepted_at is not None
    return "withdrawn", int(rule["withdrawn" if accepted else "before_acceptance"])
