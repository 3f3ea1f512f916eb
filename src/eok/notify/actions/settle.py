"""Ask the provider what became of messages whose outcome hangs."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from eok.core import clock, outbox
from eok.linkage.errors import LinkageError
from eok.notify.channels.registry import channel
from eok.notify.models import Message

SETTLE_JOB = "notify.settle"
HANGS_AFTER = timedelta(seconds=30)
GIVE_UP_AFTER = timedelta(days=3)
BATCH = 200


@outbox.job(SETTLE_JOB, outside=True)
def settle(payload: Mapping[str, Any]) -> None:
    """Recurring: messages accepted but not known to have arrived."""
    now = clock.now()
    hanging = Message.objects.filter(
        state__in=("unknown", "sent"), created_at__lt=now - HANGS_AFTER, created_at__gt=now - GIVE_UP_AFTER
    )
    for message in hanging.order_by("created_at")[:BATCH]:
        _ask(message)


def _ask(message: Message) -> None:
    try:
        state = channel(message.channel).outcome(message.key)
    except LinkageError:
        return  # asked again next time
    if state not in (message.state, "unknown"):
        with transaction.atomic():
            Message.objects.filter(pk=message.pk).update(state=state)
