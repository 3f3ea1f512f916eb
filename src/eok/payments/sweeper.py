"""Asks the tax office about bills whose settlement nobody told us of."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from eok.core import clock, outbox
from eok.linkage import registry
from eok.linkage.errors import LinkageError
from eok.linkage.ports import TaxSettlement, TaxState
from eok.payments.actions.settle import hear
from eok.payments.models import LicenceTax

SWEEP_JOB = "payments.sweep"
SWEEP_SECONDS = 20
ASK_AGAIN = timedelta(seconds=60)
BATCH = 100


@outbox.job(SWEEP_JOB, outside=True)
def sweep(payload: Mapping[str, Any]) -> None:
    """Recurring: ask once a minute about each bill that hangs; a silent tax office is asked again."""
    now = clock.now()
    rows = LicenceTax.objects.filter(state="demanded").exclude(bill_no="")
    hanging = rows.filter(Q(asked_at__isnull=True) | Q(asked_at__lt=now - ASK_AGAIN))
    for row in hanging.order_by("asked_at")[:BATCH]:
        ask(row)


def ask(row: LicenceTax) -> bool:
    """Ask about one bill now. True when it turned out to be paid."""
    with transaction.atomic():
        LicenceTax.objects.filter(pk=row.pk).update(asked_at=clock.now())
    try:
        status = registry.port("tax_office").status(row.bill_no)
    except LinkageError:
        return False
    if status.by_hand or status.state is not TaxState.PAID:
        return False
    told = TaxSettlement(row.bill_no, status.state, status.paid_at, status.receipt_no, status.won)
    return hear(told, source="polling")
